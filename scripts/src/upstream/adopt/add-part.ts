import { type Path, toPointer } from "../../spec/json-pointer.ts";
import type { JsonObject } from "../../spec/spec-document.ts";
import type { Comparison } from "../compare/compare.ts";
import type { Difference } from "../compare/difference.ts";
import type { YamlEdit } from "../yaml/yaml-edit.ts";
import { ByHand } from "./by-hand.ts";
import { newOperation } from "./new-operation.ts";
import type { OurParts } from "./our-parts.ts";
import { before, placeOf, placeOfMethod, placeOfStatus } from "./places.ts";

type OnlyUpstream = Extract<Difference, { kind: "only-upstream" }>;

/** Adds to our spec what only the service's document has. @throws ByHand where that takes a person */
export function addPart(edit: YamlEdit, { upstream, at }: OnlyUpstream, parts: OurParts, comparison: Comparison): void {
  const holder = at.slice(0, -1);
  const key = String(at.at(-1));
  const keys = edit.keys(holder);
  const above = upstream.above?.part;
  switch (upstream.part) {
    case "operation":
      addOperation(edit, at, upstream.written, parts, comparison);
      break;
    case "response":
      edit.insert(holder, key, parts.response(upstream.used), placeOfStatus(keys, key));
      break;
    case "body":
      edit.insert(holder, key, parts.body(upstream.used), before(keys, "responses"));
      break;
    case "parameter":
      addParameter(edit, holder, parts.parameter(upstream.written));
      break;
    case "media":
      edit.insert(holder, key, parts.media(upstream.used), keys.at(-1));
      break;
    case "header":
      edit.insert(holder, key, parts.header(upstream.used), keys.at(-1));
      break;
    case "headers":
      edit.insert(holder, key, parts.headers(upstream.used), before(keys, "content"));
      break;
    case "schema":
      if (above === "properties") addField(edit, at, upstream.used, parts, comparison);
      else edit.insert(holder, key, parts.schemas.write(upstream.used), before(keys, "examples"));
      break;
    case "value":
      if (above === "names") addName(edit, holder, upstream.value);
      else edit.insert(holder, key, upstream.value, before(keys, "parameters", "requestBody", "responses", "examples"));
      break;
    case "names":
      edit.insert(holder, key, upstream.value, before(keys, "examples"));
      break;
    default:
      throw new ByHand(`what is under ${key} is written anew`);
  }
}

function addOperation(edit: YamlEdit, at: Path, theirs: Path, parts: OurParts, comparison: Comparison): void {
  const { upstream, here } = comparison;
  const operation = upstream.operations.find(({ spot }) => toPointer(spot.written) === toPointer(theirs));
  const [, path = "", method = ""] = at.map(String);
  if (!operation || path === operation.path) {
    throw new ByHand("it lies outside of the address that our paths are relative to");
  }
  const made = newOperation(operation, comparison, parts);
  if (here.operations.some(({ id }) => id === made.operation.operationId)) {
    throw new ByHand(`the name ${made.operation.operationId} is taken`);
  }
  const methods = edit.keys(["paths", path]);
  if (methods.length > 0) {
    edit.insert(["paths", path], method, made.operation, placeOfMethod(methods, method));
  } else {
    const shared = made.pathParameters.length > 0 ? { parameters: made.pathParameters } : {};
    edit.insert(["paths"], path, { ...shared, [method]: made.operation }, placeOf(edit.keys(["paths"]), path));
  }
}

function addField(edit: YamlEdit, at: Path, theirs: Path, parts: OurParts, { upstream }: Comparison): void {
  const properties = at.slice(0, -1);
  const name = String(at.at(-1));
  edit.insert(properties, name, parts.schemas.writeField(theirs), placeOf(edit.keys(properties), name));
  const required = upstream.spec.at([...theirs.slice(0, -2), "required"]);
  if (Array.isArray(required) && required.includes(name)) addName(edit, [...at.slice(0, -2), "required"], name);
}

/** Adds to a list whose order means nothing, where it belongs. */
function addName(edit: YamlEdit, list: Path, name: unknown): void {
  const names = edit.items(list)?.map(String);
  const holder = list.slice(0, -1);
  if (names) edit.insertItem(list, names.indexOf(placeOf(names, String(name)) ?? "") + 1, name);
  else edit.insert(holder, String(list.at(-1)), [name], edit.keys(holder).at(-1));
}

function addParameter(edit: YamlEdit, list: Path, parameter: JsonObject): void {
  const known = edit.items(list);
  const operation = list.slice(0, -1);
  const keys = edit.keys(operation);
  if (known) edit.insertItem(list, known.length, parameter);
  else edit.insert(operation, "parameters", [parameter], before(keys, "requestBody", "responses"));
}
