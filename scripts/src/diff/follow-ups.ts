import type { RedoclyChange } from "./redocly-diff.ts";
import { isSubschema } from "./subschema.ts";

/**
 * Leaves out what changed within a schema whose values are now of another type altogether: that an
 * object has other rules than a list needs no telling.
 */
export function withoutFollowUps(changes: readonly RedoclyChange[]): RedoclyChange[] {
  const replaced = changes
    .filter(({ typeName, property, base, head }) => typeName === "Schema" && property === "type" && isOther(base, head))
    .map(({ base, head }) => schemaPath((head ?? base)?.path ?? []));
  return changes.filter((change) => {
    if (change.property === "type") return true;
    const here = (change.head ?? change.base)?.path.join("\n") ?? "";
    return !replaced.some((path) => here === path || here.startsWith(`${path}\n`));
  });
}

function isOther(base: RedoclyChange["base"], head: RedoclyChange["head"]): boolean {
  const [before, after] = [base?.value, head?.value];
  if (before === undefined || after === undefined) return true;
  return !isSubschema({ type: before }, { type: after }) && !isSubschema({ type: after }, { type: before });
}

function schemaPath(path: readonly (string | number)[]): string {
  return (path.at(-1) === "type" ? path.slice(0, -1) : path).join("\n");
}
