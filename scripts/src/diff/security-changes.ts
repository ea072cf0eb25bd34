import { isObject, type JsonObject } from "../spec/spec-document.ts";
import type { RedoclyChange } from "./redocly-diff.ts";

/** What stands between the alternatives of a list, and between what one of them needs at once. */
const OR = " or ";
const AND = " with ";

/**
 * The changes of an operation's credentials as one that compares both lists, and no separate mention
 * of the schemes that come and go with them.
 */
export function joinSecurity(changes: readonly RedoclyChange[], base: JsonObject, head: JsonObject): RedoclyChange[] {
  const joined = new Map<string, RedoclyChange>();
  for (const change of changes) {
    const path = (change.head ?? change.base)?.path ?? [];
    if (isSchemeItself(change)) continue;
    if (path[0] !== "paths" || path[3] !== "security") {
      joined.set(`${joined.size} ${path.join("\n")}`, change);
      continue;
    }
    const here = path.slice(0, 4);
    const key = here.join("\n");
    const before = joined.get(key);
    joined.set(key, {
      kind: "modified",
      typeName: "SecurityRequirementList",
      impact: change.impact === "major" || before?.impact === "major" ? "major" : "minor",
      ruleId: change.ruleId ?? before?.ruleId,
      property: "credentials",
      base: { path: here, value: credentials(base, String(path[1]), String(path[2])) },
      head: { path: here, value: credentials(head, String(path[1]), String(path[2])) },
    });
  }
  return [...joined.values()];
}

/** A scheme goes by what it is, so another one is another name in the operations' lists. */
function isSchemeItself({ typeName, kind, property }: RedoclyChange): boolean {
  return (
    typeName === "SecurityScheme" && (kind !== "modified" || ["key", "name", "in", "type"].includes(property ?? ""))
  );
}

function credentials({ paths }: JsonObject, path: string, method: string): string {
  const item = isObject(paths) ? paths[path] : undefined;
  const operation = isObject(item) ? item[method] : undefined;
  const list = isObject(operation) && Array.isArray(operation.security) ? operation.security : [];
  if (list.length === 0) return "none";
  return list.map((alternative) => alternativeText(isObject(alternative) ? alternative : {})).join(OR);
}

function alternativeText(alternative: JsonObject): string {
  const schemes = Object.entries(alternative).map(([name, scopes]) =>
    Array.isArray(scopes) && scopes.length > 0 ? `${name} (${scopes.join(", ")})` : name,
  );
  return schemes.join(AND) || "none";
}
