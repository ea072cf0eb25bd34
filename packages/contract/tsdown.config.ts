import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts", "src/schemas.ts", "src/validators.ts"],
  format: "esm",
  platform: "neutral",
  dts: true,
  fixedExtension: false,
});
