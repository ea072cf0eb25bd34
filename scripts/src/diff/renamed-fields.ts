import type { RedoclyChange } from "./redocly-diff.ts";

/**
 * Where one field goes and an equal one comes, Redocly sees a field with another name. Who reads or
 * writes it sees one that is gone, and one that is new.
 */
export function splitRenamedFields(changes: readonly RedoclyChange[]): RedoclyChange[] {
  return changes.flatMap((change): RedoclyChange[] => {
    const { typeName, property, base, head } = change;
    if (typeName !== "Schema" || property !== "key" || !base || !head) return [change];
    const isResponse = base.path[3] === "responses";
    const rest = { typeName, ruleId: undefined, property: undefined };
    return [
      { ...rest, kind: "removed", impact: isResponse ? "major" : "patch", base, head: undefined },
      { ...rest, kind: "added", impact: "minor", base: undefined, head },
    ];
  });
}
