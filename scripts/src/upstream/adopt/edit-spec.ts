import type { Comparison } from "../compare/compare.ts";
import type { Difference } from "../compare/difference.ts";
import type { YamlEdit } from "../yaml/yaml-edit.ts";
import { addPart } from "./add-part.ts";
import { ByHand } from "./by-hand.ts";
import { changePart } from "./change-part.ts";
import { OurParts } from "./our-parts.ts";
import { placeOf, placeOfSchema } from "./places.ts";
import { removePart } from "./remove-part.ts";

/** Makes our spec say what the service's document says at one difference. @throws ByHand where that takes a person */
export function editSpec(edit: YamlEdit, difference: Difference, comparison: Comparison): void {
  if (difference.aspect === "place") {
    throw new ByHand("it has moved: change the path, and what is called after it");
  }
  if (difference.agreeing.length > 0) {
    throw new ByHand(`${named(difference.agreeing)} share it, where the service does not say so: take them apart`);
  }
  const parts = new OurParts(comparison);
  switch (difference.kind) {
    case "only-upstream":
      addPart(edit, difference, parts, comparison);
      break;
    case "only-here":
      removePart(edit, difference);
      break;
    case "differs":
      changePart(edit, difference, parts);
      break;
  }
  for (const [name, parameter] of parts.addedParameters) {
    const components = ["components", "parameters"];
    edit.insert(components, name, parameter, placeOf(edit.keys(components), name));
  }
  for (const [name, schema] of parts.schemas.added) addSchema(edit, name, schema);
}

const MOST_NAMES = 3;

function named(users: readonly string[]): string {
  const others = users.length - MOST_NAMES;
  return `${users.slice(0, MOST_NAMES).join(", ")}${others > 0 ? ` and ${others} more` : ""}`;
}

function addSchema(edit: YamlEdit, name: string, schema: object): void {
  const components = ["components", "schemas"];
  const fields = new Map(edit.keys(components).map((each) => [each, edit.keys([...components, each, "properties"])]));
  const own = "properties" in schema && schema.properties ? Object.keys(schema.properties) : [];
  edit.insert(components, name, schema, placeOfSchema(fields, own));
}
