/** The ways in which answers can be made to depart from the spec, as options name them. */
export const driftKinds = [
  "unknown-field",
  "wrong-type",
  "null",
  "missing-field",
  "broken-format",
  "naive-time",
  "odd-status",
  "html",
] as const;

export type DriftKind = (typeof driftKinds)[number];

/** Kinds that befall a whole answer; the others befall objects within one. */
export type AnswerDriftKind = Extract<DriftKind, "html" | "odd-status">;
export type ObjectDriftKind = Exclude<DriftKind, AnswerDriftKind>;

export function isDriftKind(name: string): name is DriftKind {
  return (driftKinds as readonly string[]).includes(name);
}
