import type { Path } from "../spec/json-pointer.ts";
import { mappingsIn } from "../spec/mappings.ts";
import { isObject, type JsonObject, type SpecDocument } from "../spec/spec-document.ts";
import type { Objection } from "./rule.ts";

/** Null is written in one form: a list of types whose last is "null". */
export function* nullability(spec: SpecDocument): Generator<Objection> {
  for (const { path, value, isSchema } of mappingsIn(spec)) {
    if (!isSchema) continue;
    if (value.nullable !== undefined)
      yield { path: [...path, "nullable"], message: "nullable is a word of OpenAPI 3.0", fix: nullableFix(value) };
    yield* judgeCombination(path, value);
    yield* judgeTypes(path, value);
  }
}

function nullableFix({ type, nullable }: JsonObject): string {
  return nullable === true && typeof type === "string" ? `write type: [${type}, "null"] instead` : "leave it out";
}

function* judgeCombination(path: Path, schema: JsonObject): Generator<Objection> {
  for (const keyword of ["anyOf", "oneOf"]) {
    const list = schema[keyword];
    if (!Array.isArray(list)) continue;
    for (const [i, alternative] of list.entries()) {
      if (!isObject(alternative) || !saysNullOnly(alternative)) continue;
      const [other, ...more] = list.filter((_, j) => j !== i);
      const type = isObject(other) && more.length === 0 && typeof other.type === "string" ? other.type : "…";
      yield {
        path: [...path, keyword, i],
        message: `null is an alternative of ${keyword} here`,
        fix: `write type: [${type}, "null"] in place of ${keyword}`,
      };
    }
  }
}

function saysNullOnly({ type, const: value, enum: values }: JsonObject): boolean {
  return (
    [type].flat().join() === "null" ||
    value === null ||
    (Array.isArray(values) && values.join() === "" && values.length === 1)
  );
}

function* judgeTypes(path: Path, { type, enum: values }: JsonObject): Generator<Objection> {
  if (!Array.isArray(type)) return;
  const types = type.map(String);
  const once = [...new Set(types)];
  const ordered = [...once.filter((name) => name !== "null"), ...once.filter((name) => name === "null")];
  const wanted = ordered.length === 1 ? `type: ${ordered[0]}` : `type: [${ordered.map(quoted).join(", ")}]`;
  const here = [...path, "type"];
  if (once.length < types.length) yield { path: here, message: "a type is named twice", fix: `write ${wanted}` };
  else if (once.length === 1) yield { path: here, message: "the list holds one type only", fix: `write ${wanted}` };
  else if (ordered.join() !== types.join()) yield { path: here, message: "null comes last", fix: `write ${wanted}` };
  if (types.includes("null") && Array.isArray(values) && !values.includes(null))
    yield {
      path: [...path, "enum"],
      message: "the type takes null, the enum does not",
      fix: "add null to the enum, or take it out of the type",
    };
}

function quoted(type: string): string {
  return type === "null" ? '"null"' : type;
}
