import type { Comparison } from "../compare/compare.ts";
import type { Difference } from "../compare/difference.ts";
import type { YamlEdit } from "../yaml/yaml-edit.ts";
import { addPart } from "./add-part.ts";
import { ByHand } from "./by-hand.ts";
import { changePart } from "./change-part.ts";
import { OurParts } from "./our-parts.ts";
import { before, placeOf, placeOfSchema } from "./places.ts";
import { removePart } from "./remove-part.ts";

/** Makes our spec say what the service's document says at one difference. @throws ByHand where that takes a person */
export function editSpec(edit: YamlEdit, difference: Difference, comparison: Comparison): void {
  if (difference.aspect === "place") {
    throw new ByHand("it has moved: change the path, and what is called after it");
  }
  const parts = new OurParts(comparison);
  if (difference.kind === "differs" && difference.here.part === "security" && difference.agreeing.length > 0) {
    giveOwnSecurity(edit, difference, comparison, parts);
    return;
  }
  if (difference.agreeing.length > 0) {
    throw new ByHand(`${difference.agreeing.join(", ")} share it, where the service does not say so: take them apart`);
  }
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

/** What our document says of all operations is said anew of those that differ. */
function giveOwnSecurity(edit: YamlEdit, difference: Difference, { here }: Comparison, parts: OurParts): void {
  for (const { spot } of here.operations.filter((operation) => difference.operations.includes(operation.id))) {
    const keys = edit.keys(spot.written);
    const next = ["x-evidence", "x-retry", "parameters", "requestBody", "responses"];
    edit.insert(spot.written, "security", parts.alternatives(difference.upstream?.value), before(keys, ...next));
  }
}

function addSchema(edit: YamlEdit, name: string, schema: object): void {
  const components = ["components", "schemas"];
  const fields = new Map(edit.keys(components).map((each) => [each, edit.keys([...components, each, "properties"])]));
  const own = "properties" in schema && schema.properties ? Object.keys(schema.properties) : [];
  edit.insert(components, name, schema, placeOfSchema(fields, own));
}
