import type { SpecDocument } from "../spec/spec-document.ts";
import { descriptions } from "./descriptions.ts";
import { evidence } from "./evidence.ts";
import { examples } from "./examples.ts";
import { exportTables } from "./export-tables.ts";
import { extensions } from "./extensions.ts";
import type { Finding } from "./finding.ts";
import { names } from "./names.ts";
import { nullability } from "./nullability.ts";
import { references } from "./references.ts";
import { retry } from "./retry.ts";
import type { Rule } from "./rule.ts";
import { statuses } from "./statuses.ts";
import { texts } from "./texts.ts";

const RULES: Readonly<Record<string, Rule>> = {
  descriptions,
  evidence,
  examples,
  "export-tables": exportTables,
  extensions,
  names,
  nullability,
  references,
  retry,
  statuses,
  texts,
};

/** What our own rules have against a spec. */
export function lintWithOwnRules(spec: SpecDocument): Finding[] {
  return Object.entries(RULES).flatMap(([rule, objectionsTo]) =>
    [...objectionsTo(spec)].map(({ path, message, fix }) => ({
      file: spec.name,
      line: spec.nearestLineOf(path) ?? 1,
      rule,
      message,
      fix,
    })),
  );
}
