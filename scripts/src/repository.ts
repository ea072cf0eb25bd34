import path from "node:path";

/** The repository's root folder. */
export const root = path.resolve(import.meta.dirname, "../..");

export const specFile = path.join(root, "openapi/tickets.yaml");
export const curationFile = path.join(root, "openapi/curation.yaml");
export const redoclyConfig = path.join(root, "openapi/redocly.yaml");
export const generatedFolder = path.join(root, "packages/contract/src/generated");

/** A file's name as a person in the root folder would type it. */
export function fromRoot(file: string): string {
  return path.relative(root, file);
}
