import type { SpecDocument } from "../spec/spec-document.ts";
import { checkDocument } from "./check-document.ts";
import { checkHead } from "./check-head.ts";
import { checkPaths } from "./check-paths.ts";
import { checkSchemas } from "./check-schemas.ts";
import { checkTables } from "./check-tables.ts";

/** Refuses a spec that no contract can be generated from, at the first place that is wrong. @throws SpecError */
export function checkSpec(spec: SpecDocument): void {
  checkHead(spec);
  checkDocument(spec);
  checkSchemas(spec);
  checkPaths(spec);
  checkTables(spec);
}
