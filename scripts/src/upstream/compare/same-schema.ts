import type { Path } from "../../spec/json-pointer.ts";
import { normalSchema } from "../../spec/normal-schema.ts";
import { Origins } from "../../spec/origins.ts";
import type { SpecDocument } from "../../spec/spec-document.ts";
import { compareParts } from "./compare-parts.ts";
import { type Spot, spotAt } from "./spot.ts";

/** Whether two documents say the same at two places where schemas stand, whatever they call them. */
export function areSameSchemas(one: SpecDocument, onePath: Path, other: SpecDocument, otherPath: Path): boolean {
  let areSame = true;
  const differ = () => {
    areSame = false;
  };
  const ignore = () => undefined;
  compareParts(schemaSpot(one, onePath), schemaSpot(other, otherPath), {
    differs: differ,
    onlyUpstream: differ,
    onlyHere: differ,
    isCalled: ignore,
    lookedAt: ignore,
    sameSchema: ignore,
  });
  return areSame;
}

function schemaSpot(spec: SpecDocument, path: Path): Spot {
  const origins = new Origins();
  const value = normalSchema(spec, path, origins);
  return spotAt({ value, origin: (place) => origins.of(value, place) }, [], "schema");
}
