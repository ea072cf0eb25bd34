import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts", "src/fixtures.ts", "src/msw.ts", "src/server.ts", "src/main.ts"],
  format: "esm",
  platform: "node",
  dts: true,
  fixedExtension: false,
});
