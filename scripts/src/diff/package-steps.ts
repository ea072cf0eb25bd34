import type { TypeImpact } from "./impact/client-types.ts";
import type { ColumnChange } from "./impact/column-changes.ts";
import { type SpecChange, type Verdict, worst } from "./spec-change.ts";

export const STEPS = ["patch", "minor", "major"] as const;
export type Step = (typeof STEPS)[number];

/** The version step that a package needs, and what asks for it. */
export interface PackageStep {
  readonly name: string;
  readonly step: Step;
  readonly why: string;
}

/**
 * The steps that two different specs ask for: what each package owes its own users: the contract to those
 * who import its types, the client to those who call it, the worker to those who read its files, the
 * mock to those whose tests it answers. A change that breaks the wire does not break a package whose
 * users never see it.
 */
export function packageSteps(
  changes: readonly SpecChange[],
  types: TypeImpact,
  columns: readonly ColumnChange[],
): PackageStep[] {
  const wire = worst(changes.map(({ verdict }) => verdict));
  return [
    { name: "@sitebay-tickets/contract", ...contractStep(wire, types) },
    { name: "@sitebay-tickets/core", ...coreStep(wire, types) },
    { name: "@sitebay-tickets/sync", ...syncStep(columns) },
    { name: "@sitebay-tickets/test-kit", ...mockStep(wire) },
  ];
}

type Reasoned = Omit<PackageStep, "name">;

const WORDS_ONLY: Reasoned = { step: "patch", why: "the spec's hash and words" };

function contractStep(wire: Verdict, { typesGone, typesAdded, calls }: TypeImpact): Reasoned {
  if (typesGone.length > 0) return { step: "major", why: `gone: type ${typesGone.join(", ")}` };
  const raw = calls.filter(({ call, breaking }) => breaking && call.startsWith("client.raw"));
  if (raw.length > 0) return { step: "major", why: `the types of ${count(raw.length, "operation")} break` };
  if (wire === "breaking") return { step: "major", why: "the validators judge otherwise" };
  if (typesAdded.length > 0) return { step: "minor", why: `new: type ${typesAdded.join(", ")}` };
  if (wire !== "silent") return { step: "minor", why: "types or validators allow more" };
  return WORDS_ONLY;
}

function coreStep(wire: Verdict, { calls, typeTestErrors }: TypeImpact): Reasoned {
  const breaking = calls.filter((call) => call.breaking);
  if (breaking.length > 0) return { step: "major", why: `${count(breaking.length, "call")} may no longer compile` };
  if (typeTestErrors.length > 0) return { step: "major", why: "the type tests of the base no longer compile" };
  if (calls.length > 0) return { step: "minor", why: `${count(calls.length, "call")} changed or new` };
  if (wire !== "silent") return { step: "patch", why: "no call changes its type" };
  return WORDS_ONLY;
}

function syncStep(columns: readonly ColumnChange[]): Reasoned {
  const breaking = columns.filter((column) => column.breaking);
  if (breaking.length > 0) return { step: "major", why: `${count(breaking.length, "column")} may break readers` };
  const seen = columns.filter(({ what }) => what !== "moves");
  if (seen.length > 0) return { step: "minor", why: `${count(seen.length, "column")} changed or new` };
  if (columns.length > 0) return { step: "patch", why: "columns move" };
  return { step: "patch", why: "no column changes" };
}

function mockStep(wire: Verdict): Reasoned {
  if (wire === "breaking")
    return { step: "major", why: "requests are refused, or answers differ, that tests may rely on" };
  if (wire !== "silent") return { step: "minor", why: "the mock takes or answers more" };
  return WORDS_ONLY;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
