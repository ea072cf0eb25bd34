import path from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";

/** How large a module is with all that it imports, as a browser loads it. @returns bytes */
export async function bundleSize(module: string): Promise<{ minified: number; gzipped: number }> {
  const entry = path.join(import.meta.dirname, "entry.js");
  const bundle = await rolldown({
    input: entry,
    platform: "browser",
    plugins: [
      { name: "entry", load: (id) => (id === entry ? module : null), resolveId: (id) => (id === entry ? id : null) },
    ],
  });
  try {
    const { output } = await bundle.generate({ format: "esm", minify: true });
    const { code } = output[0];
    return { minified: code.length, gzipped: gzipSync(code, { level: 9 }).length };
  } finally {
    await bundle.close();
  }
}
