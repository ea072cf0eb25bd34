import { checkSpec } from "../generate/check-spec.ts";
import { readOperations } from "../generate/operation-model.ts";
import { operationsFile } from "../generate/operations-file.ts";
import { typesFile } from "../generate/types-file.ts";
import { normalForm } from "../spec/normal-form.ts";
import type { SpecDocument } from "../spec/spec-document.ts";
import { type TypeImpact, typeImpact } from "./impact/client-types.ts";
import { type ColumnChange, columnChanges } from "./impact/column-changes.ts";
import { type RefusedRequest, refusedRequests } from "./impact/refused-requests.ts";
import type { Overlay } from "./impact/type-program.ts";
import { type PackageStep, packageSteps } from "./package-steps.ts";
import type { Revision } from "./revision.ts";
import { type SpecChange, type Verdict, worst } from "./spec-change.ts";
import { specChanges } from "./spec-changes.ts";

/** What changed from one spec to another, and what that means. */
export interface Comparison {
  readonly verdict: Verdict | "unchanged";
  readonly changes: readonly SpecChange[];
  readonly types: TypeImpact;
  readonly columns: readonly ColumnChange[];
  readonly refused: readonly RefusedRequest[];
  readonly steps: readonly PackageStep[];
}

/** @throws SpecError when one of the specs cannot be used */
export async function compareSpecs(base: Revision, head: Revision): Promise<Comparison> {
  if (base.spec.hash === head.spec.hash) return UNCHANGED;
  for (const { spec } of [base, head]) checkSpec(spec);
  const types = typeImpact(await generated(base.spec), await generated(head.spec), typeTests(base));
  const changes = await specChanges(base.spec, head.spec);
  const columns = columnChanges(base.spec, head.spec);
  return {
    // The documents differ, if only in the order of things.
    verdict: worst(changes.map(({ verdict }) => verdict)),
    changes,
    types,
    columns,
    refused: refusedRequests(normalForm(base.spec), normalForm(head.spec)),
    steps: packageSteps(changes, types, columns),
  };
}

const UNCHANGED: Comparison = {
  verdict: "unchanged",
  changes: [],
  types: { calls: [], typesGone: [], typesAdded: [], typeTestErrors: [] },
  columns: [],
  refused: [],
  steps: [],
};

/** The generated files that the client's types come from. */
async function generated(spec: SpecDocument): Promise<Overlay> {
  const folder = "packages/contract/src/generated";
  return new Map([
    [`${folder}/operations.ts`, operationsFile(readOperations(spec))],
    [`${folder}/types.ts`, await typesFile(spec)],
  ]);
}

const TYPE_TESTS = ["packages/core/test/types.ts"];

function typeTests(base: Revision): Overlay {
  return new Map(
    TYPE_TESTS.flatMap((file) => {
      const text = base.read(file);
      return text === undefined ? [] : [[file, text] as const];
    }),
  );
}
