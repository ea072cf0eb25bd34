import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts", "src/validation.ts"],
  format: "esm",
  platform: "neutral",
  dts: true,
  fixedExtension: false,
});
