import type { Path } from "../spec/json-pointer.ts";
import { mappingsIn } from "../spec/mappings.ts";
import { operationsIn } from "../spec/operations-in.ts";
import { isObject, type SpecDocument } from "../spec/spec-document.ts";
import { type Case, inCase, isInCase } from "./letter-case.ts";
import type { Objection } from "./rule.ts";

interface Named {
  readonly path: Path;
  readonly name: unknown;
  readonly what: string;
  readonly case: Case;
}

/** Names of one kind are written in one case. */
export function* names(spec: SpecDocument): Generator<Objection> {
  for (const { path, name, what, case: wanted } of [...inOperations(spec), ...inMappings(spec), ...inLists(spec)]) {
    if (typeof name !== "string" || isInCase(name, wanted)) continue;
    yield { path, message: `${what} ${name} is not in ${wanted}`, fix: `write ${inCase(name, wanted)}` };
  }
}

function* inOperations(spec: SpecDocument): Generator<Named> {
  for (const { path, template, value } of operationsIn(spec)) {
    yield { path: [...path, "operationId"], name: value.operationId, what: "the operationId", case: "camelCase" };
    for (const [i, tag] of Array.isArray(value.tags) ? value.tags.entries() : [])
      yield { path: [...path, "tags", i], name: tag, what: "the tag", case: "lower-case" };
    for (const [, name] of template.matchAll(/\{([^}]*)\}/g))
      yield { path: path.slice(0, -1), name, what: "the path parameter", case: "snake_case" };
  }
}

function* inMappings(spec: SpecDocument): Generator<Named> {
  for (const { path, value, isSchema } of mappingsIn(spec)) {
    if (isSchema) {
      yield* keysOf([...path, "properties"], value.properties, "the property", "snake_case");
    } else if (path[0] !== "components" || path.length > 1) {
      const isParameter = path[1] !== "securitySchemes" && typeof value.in === "string";
      const parameterCase = value.in === "header" ? "Header-Case" : "snake_case";
      if (isParameter) yield { path: [...path, "name"], name: value.name, what: "the parameter", case: parameterCase };
      yield* keysOf([...path, "headers"], value.headers, "the header", "Header-Case");
      yield* keysOf([...path, "examples"], value.examples, "the example", "camelCase");
    }
  }
}

function* inLists(spec: SpecDocument): Generator<Named> {
  const { components, tags } = spec.value;
  for (const [kind, named] of Object.entries(isObject(components) ? components : {}))
    yield* keysOf(["components", kind], named, `the name in components.${kind},`, "PascalCase");
  for (const [i, tag] of Array.isArray(tags) ? tags.entries() : [])
    if (isObject(tag)) yield { path: ["tags", i, "name"], name: tag.name, what: "the tag", case: "lower-case" };
}

function* keysOf(path: Path, named: unknown, what: string, wanted: Case): Generator<Named> {
  for (const name of Object.keys(isObject(named) ? named : {}))
    yield { path: [...path, name], name, what, case: wanted };
}
