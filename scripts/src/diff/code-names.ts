import { isDeepStrictEqual } from "node:util";
import { normalSchema } from "../spec/normal-schema.ts";
import { Origins } from "../spec/origins.ts";
import { isObject, type SpecDocument } from "../spec/spec-document.ts";
import type { SpecChange } from "./spec-change.ts";

/** Names that never travel, but that code goes by: those of schemas and of path parameters. */
export function codeNameChanges(base: SpecDocument, head: SpecDocument): SpecChange[] {
  return [...templateChanges(base, head), ...schemaNameChanges(base, head)];
}

function templateChanges(base: SpecDocument, head: SpecDocument): SpecChange[] {
  const before = new Map(namesIn(base, ["paths"]).map((template) => [shape(template), template]));
  return namesIn(head, ["paths"]).flatMap((template) => {
    const old = before.get(shape(template));
    if (old === undefined || old === template) return [];
    return [silent(head, ["paths", template], template, `was ${old}`, operationIds(head, template))];
  });
}

function shape(template: string): string {
  return template.replaceAll(/\{[^{}]+\}/g, "{}");
}

const SCHEMAS = ["components", "schemas"];

function schemaNameChanges(base: SpecDocument, head: SpecDocument): SpecChange[] {
  const [before, after] = [namesIn(base, SCHEMAS), namesIn(head, SCHEMAS)];
  const gone = before.filter((name) => !after.includes(name));
  const added = after.filter((name) => !before.includes(name));
  const renamed = new Map(
    added.flatMap((name) => {
      const old = gone.find((other) => isDeepStrictEqual(schema(base, other), schema(head, name)));
      return old === undefined ? [] : [[name, old] as const];
    }),
  );
  const renamedFrom = [...renamed.values()];
  return [
    ...added.map((name) => {
      const old = renamed.get(name);
      return silent(head, [...SCHEMAS, name], `schema ${name}`, old === undefined ? "new" : `was ${old}`);
    }),
    ...gone
      .filter((name) => !renamedFrom.includes(name))
      .map((name) => silent(base, [...SCHEMAS, name], `schema ${name}`, "gone")),
  ];
}

function schema(spec: SpecDocument, name: string): unknown {
  return normalSchema(spec, [...SCHEMAS, name], new Origins());
}

function silent(
  spec: SpecDocument,
  path: readonly string[],
  place: string,
  text: string,
  operations: readonly string[] = [],
): SpecChange {
  const at = `${spec.name}:${spec.lineOf(path) ?? 1}`;
  return { verdict: "silent", direction: "request", operations, place, text, at };
}

function namesIn(spec: SpecDocument, path: readonly string[]): string[] {
  const value = spec.at(path);
  return isObject(value) ? Object.keys(value) : [];
}

function operationIds(spec: SpecDocument, template: string): string[] {
  return Object.values(spec.object(["paths", template])).flatMap((operation) =>
    isObject(operation) && typeof operation.operationId === "string" ? [operation.operationId] : [],
  );
}
