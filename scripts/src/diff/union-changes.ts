import { isDeepStrictEqual } from "node:util";
import type { Path } from "../spec/json-pointer.ts";
import { isObject, type JsonObject } from "../spec/spec-document.ts";
import type { RedoclyChange } from "./redocly-diff.ts";
import type { Verdict } from "./spec-change.ts";
import { isSubschema } from "./subschema.ts";

interface UnionChanges {
  /** One change for each schema whose alternatives changed, with its verdict. */
  readonly changes: readonly { readonly change: RedoclyChange; readonly verdict: Verdict }[];
  /** All changes that have nothing to do with alternatives. */
  readonly others: readonly RedoclyChange[];
}

/**
 * Redocly compares alternatives (`anyOf`, `oneOf`) by their position, and a schema that gains or
 * loses them with nothing. Here such a schema is judged as a whole: a request may take more kinds of
 * values, a response may hold fewer.
 */
export function unionChanges(found: readonly RedoclyChange[], base: JsonObject, head: JsonObject): UnionChanges {
  const changes = new Map<string, UnionChanges["changes"][number]>();
  const others: RedoclyChange[] = [];
  for (const change of found) {
    const path = unionPath(change, base, head);
    if (!path) {
      others.push(change);
      continue;
    }
    const key = path.join("\n");
    if (changes.has(key)) continue;
    const [before, after] = [schemaAt(base, path), schemaAt(head, path)];
    const isResponse = path[3] === "responses";
    const holds = isResponse ? isSubschema(after, before) : isSubschema(before, after);
    changes.set(key, {
      verdict: isDeepStrictEqual(rules(before), rules(after)) ? "silent" : holds ? "compatible" : "breaking",
      change: {
        kind: "modified",
        typeName: "Schema",
        impact: holds ? "minor" : "major",
        ruleId: undefined,
        property: "type",
        base: { path: [...path, "type"], value: kindsOf(before) },
        head: { path: [...path, "type"], value: kindsOf(after) },
      },
    });
  }
  return { changes: [...changes.values()], others };
}

/** The path of the outermost schema around a change that has alternatives on either side. */
function unionPath({ base: before, head: after }: RedoclyChange, base: JsonObject, head: JsonObject): Path | undefined {
  const path = (after ?? before)?.path ?? [];
  if (path[0] !== "paths") return undefined;
  for (let length = 4; length <= path.length; length += 1) {
    const here = path.slice(0, length);
    const sides = [schemaAt(base, here), schemaAt(head, here)];
    if (sides.some((schema) => schema.anyOf !== undefined || schema.oneOf !== undefined)) return here;
  }
  return undefined;
}

function schemaAt(document: JsonObject, path: Path): JsonObject {
  let value: unknown = document;
  for (const step of path) value = isObject(value) || Array.isArray(value) ? Reflect.get(value, step) : undefined;
  return isObject(value) ? value : {};
}

function rules({ description: _, examples: __, ...schema }: JsonObject): JsonObject {
  return schema;
}

/** The kinds of values that a schema takes, for people. */
function kindsOf(schema: JsonObject): string[] {
  const list = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(list)) return [...new Set(list.flatMap((each) => (isObject(each) ? kindsOf(each) : [])))];
  return [schema.type ?? "anything"].flat().map(String);
}
