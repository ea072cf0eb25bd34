import type { Path } from "../spec/json-pointer.ts";
import { isObject, type JsonObject } from "../spec/spec-document.ts";
import type { RedoclyChange, Side } from "./redocly-diff.ts";

/**
 * Where one thing goes and a similar one comes, Redocly sees a thing with another name. That is so of
 * a path whose operations are the same ones; a field with another name is one that is gone, and one
 * that is new, and so is a path with other operations.
 */
export function splitPairings(changes: readonly RedoclyChange[], base: JsonObject, head: JsonObject): RedoclyChange[] {
  const split: (readonly [Side, Side])[] = [];
  const kept = changes.flatMap((change): RedoclyChange[] => {
    const { typeName, property, base: before, head: after } = change;
    if (property !== "key" || !before || !after) return [change];
    if (typeName === "Schema") return goneAndNew(typeName, before, after, before.path[3] === "responses");
    if (typeName !== "PathItem" || haveOperationsInCommon(base, head, before.path, after.path)) return [change];
    split.push([before, after]);
    return goneAndNew(typeName, before, after, true);
  });
  // What the two paths' insides have not in common was never a change.
  return kept.filter(
    ({ base: before, head: after }) =>
      !split.some(([gone, come]) => isBelow(gone.path, before?.path) || isBelow(come.path, after?.path)),
  );
}

function goneAndNew(typeName: string, base: Side, head: Side, breaks: boolean): RedoclyChange[] {
  const rest = { typeName, ruleId: undefined, property: undefined };
  return [
    { ...rest, kind: "removed", impact: breaks ? "major" : "patch", base, head: undefined },
    { ...rest, kind: "added", impact: "minor", base: undefined, head },
  ];
}

function haveOperationsInCommon(base: JsonObject, head: JsonObject, before: Path, after: Path): boolean {
  const ids = operationIds(head, after);
  return operationIds(base, before).some((id) => ids.includes(id));
}

function operationIds({ paths }: JsonObject, [, path]: Path): unknown[] {
  const item = isObject(paths) ? paths[String(path)] : undefined;
  return Object.values(isObject(item) ? item : {}).flatMap((operation) =>
    isObject(operation) ? [operation.operationId] : [],
  );
}

function isBelow(path: Path, other: Path | undefined): boolean {
  return other !== undefined && other.length > path.length && path.every((step, i) => step === other[i]);
}
