import { checkSpec } from "../generate/check-spec.ts";
import { readOperations } from "../generate/operation-model.ts";
import { createCompiler, rulesOf } from "../generate/validator-rules.ts";
import { validatorsFiles } from "../generate/validators-file.ts";
import { mappingsIn } from "../spec/mappings.ts";
import { type SpecDocument, SpecError } from "../spec/spec-document.ts";
import type { Finding } from "./finding.ts";

/** The first place, if any, that `pnpm generate` stops at. */
export function lintWithGenerator(spec: SpecDocument): Finding[] {
  try {
    checkSpec(spec);
    if (!compiles(spec)) validatorsFiles(spec, readOperations(spec));
    return [];
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    const { file, line = 1, reason } = error;
    return [{ file, line, rule: "generate", message: reason, fix: "mend it: nothing can be generated before" }];
  }
}

/**
 * Whether the compiler of the validators takes every schema. It is asked without the schema of
 * schemas, which takes longer than all of them: what that would refuse is what Redocly calls `struct`.
 */
function compiles(spec: SpecDocument): boolean {
  const compiler = createCompiler({ code: { optimize: false }, meta: false, validateSchema: false });
  const definitions = mappingsIn(spec).flatMap(({ path, value, isSchema }, i) => {
    const isComponent = path.length === 3 && path[1] === "schemas";
    return isSchema && (isComponent || path.at(-1) === "schema") ? [[isComponent ? path[2] : i, rulesOf(value)]] : [];
  });
  const rules = JSON.stringify({ $id: "spec", $defs: Object.fromEntries(definitions) });
  try {
    compiler.addSchema(JSON.parse(rules.replaceAll("#/components/schemas/", "#/$defs/")));
    for (const [name] of definitions) compiler.compile({ $ref: `spec#/$defs/${name}` });
    return true;
  } catch {
    return false;
  }
}
