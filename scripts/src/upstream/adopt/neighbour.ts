import { isObject, type JsonObject } from "../../spec/spec-document.ts";
import { isMany } from "../compare/code-names.ts";
import type { Side } from "../compare/compare.ts";
import type { Operation } from "../compare/operations.ts";

/** The operation of ours that a new one is most like: what it has beyond the service's document, the new one needs too. */
export function mostAlike(operation: Operation, ours: readonly Operation[]): Operation | undefined {
  const traits = traitsOf(operation);
  const likeness = (other: Operation): number => {
    const same = traitsOf(other);
    return (
      (same.method === traits.method ? 8 : 0) +
      (same.takesId === traits.takesId ? 4 : 0) +
      (same.isMany === traits.isMany ? 2 : 0) +
      (same.isSecured === traits.isSecured ? 16 : 0)
    );
  };
  return ours.toSorted((a, b) => likeness(b) - likeness(a))[0];
}

function traitsOf({ spot, method, path }: Operation) {
  const security = isObject(spot.value) ? spot.value.security : undefined;
  return {
    method,
    takesId: path.includes("{"),
    isMany: isMany(spot.value),
    isSecured: Array.isArray(security) && security.length > 0,
  };
}

/** The shared answers of an operation of ours when something went wrong, by status. */
export function sharedErrors(neighbour: Operation | undefined, { spec }: Side): [string, JsonObject][] {
  const responses = neighbour && spec.at([...neighbour.spot.written, "responses"]);
  return Object.entries(isObject(responses) ? responses : {}).flatMap(([status, response]) =>
    // Whether there is anything to break in a request, the service's document knows.
    isObject(response) && "$ref" in response && status !== "422" ? [[status, response]] : [],
  );
}

/** The tag of ours that is named after the last word of the path: `/team/{team_id}/ticket` is about tickets. */
export function tagsFor(operation: Operation, neighbour: Operation | undefined, { spec }: Side): unknown {
  const segment =
    operation.path
      .split("/")
      .filter((each) => each && !each.startsWith("{"))
      .at(-1) ?? "";
  const plurals = [segment, `${segment}s`, segment.replace(/y$/, "ies")];
  const tags = spec.at(["tags"]);
  const tag = (Array.isArray(tags) ? tags : []).filter(isObject).find(({ name }) => plurals.includes(String(name)));
  return tag ? [tag.name] : neighbour && spec.at([...neighbour.spot.written, "tags"]);
}
