import type { OffSpecAnswer } from "../judge/judgements.ts";

/** An answer that departed from the spec on purpose, and how often it was given. */
export interface OffSpecCount extends OffSpecAnswer {
  readonly times: number;
}

/** Adds up what is the same. In the order in which each came first. */
export function tallyOffSpec(answers: Iterable<OffSpecCount>): OffSpecCount[] {
  const counts = new Map<string, OffSpecCount>();
  for (const answer of answers) {
    const { operation, status, reason, times } = answer;
    const key = JSON.stringify([operation, status, reason]);
    counts.set(key, { operation, status, reason, times: (counts.get(key)?.times ?? 0) + times });
  }
  return [...counts.values()];
}

export function offSpecText(counts: readonly OffSpecCount[]): string {
  const lines = counts.map(({ operation, status, reason, times }) => `  ${times}× ${operation} ${status}: ${reason}`);
  return ["Answers that depart from the spec on purpose:", ...lines].join("\n");
}
