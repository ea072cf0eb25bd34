import packageJson from "../package.json" with { type: "json" };

/** This tool, as manifests and `--version` name it. */
export const tool = { name: packageJson.name, version: packageJson.version };
