import { readFileSync } from "node:fs";

/** A text that is shipped with the package as it is. It is found from `src` and, built, from `dist` alike. */
export function readPackageFile(name: "openapi/control.yaml" | `page/${string}`): string {
  return readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
}
