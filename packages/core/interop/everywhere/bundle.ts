import path from "node:path";
import { rolldown } from "rolldown";

/** One of this folder's modules with all that it imports, as one module for a runtime. */
export async function bundleFor(runtime: "browser" | "workerd", file: string): Promise<string> {
  const bundle = await rolldown({
    input: path.join(import.meta.dirname, file),
    platform: runtime === "browser" ? "browser" : "neutral",
    resolve: { conditionNames: [runtime, "import"] },
  });
  try {
    const { output } = await bundle.generate({ format: "esm" });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}
