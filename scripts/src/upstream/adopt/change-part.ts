import type { Path } from "../../spec/json-pointer.ts";
import { isObject, type JsonObject } from "../../spec/spec-document.ts";
import type { Difference } from "../compare/difference.ts";
import type { YamlEdit } from "../yaml/yaml-edit.ts";
import { ByHand } from "./by-hand.ts";
import type { OurParts } from "./our-parts.ts";
import { before } from "./places.ts";

type Differing = Extract<Difference, { kind: "differs" }>;

/** Makes our spec say what the service's document says in its place. @throws ByHand where that takes a person */
export function changePart(edit: YamlEdit, { upstream, here, at }: Differing, parts: OurParts): void {
  const holder = at.slice(0, -1);
  const isField = here.above?.part === "properties";
  if (at[0] === "servers") {
    throw new ByHand("our address holds the prefix of all paths");
  } else if (here.part === "security") {
    const next = ["x-evidence", "x-retry", "parameters", "requestBody", "responses"];
    const alternatives = parts.alternatives(upstream.value);
    if (edit.has(at)) edit.replace(at, alternatives);
    else edit.insert(holder, "security", alternatives, before(edit.keys(holder), ...next));
  } else if (here.part === "schema") {
    const schema = isField ? parts.schemas.writeField(upstream.used) : parts.schemas.write(upstream.used);
    edit.replace(at, withText(schema, edit.value(at)));
  } else if (here.part !== "value") {
    throw new ByHand("the two are put together differently");
  } else if (edit.has(at)) {
    edit.replace(at, upstream.value);
  } else if (at.at(-1) === "type") {
    changeNull(edit, holder, upstream.value);
  } else {
    edit.insert(
      holder,
      String(at.at(-1)),
      upstream.value,
      before(edit.keys(holder), "parameters", "requestBody", "responses", "content"),
    );
  }
}

/** It is still the same thing that our text speaks of. */
function withText(schema: JsonObject, known: unknown): JsonObject {
  const { description } = asObject(known);
  return typeof description === "string" && "description" in schema ? { ...schema, description } : schema;
}

/** Lets null stand in place of what is referred to, or no longer. */
function changeNull(edit: YamlEdit, holder: Path, type: unknown): void {
  const { $ref, anyOf, ...rest } = asObject(edit.value(holder));
  const parts: readonly unknown[] = Array.isArray(anyOf) ? anyOf : [{ $ref }];
  const reference = parts.filter(isObject).find((part) => typeof part.$ref === "string");
  if (!reference) throw new ByHand("the two are put together differently");
  const isNullable = [type].flat().includes("null");
  edit.replace(holder, { ...(isNullable ? { anyOf: [reference, { type: "null" }] } : reference), ...rest });
}

function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
