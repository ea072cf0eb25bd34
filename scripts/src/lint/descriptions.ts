import { mappingsIn } from "../spec/mappings.ts";
import type { SpecDocument } from "../spec/spec-document.ts";
import type { Objection } from "./rule.ts";

/** Every schema of components and every property says what it is, unless it refers to what does. */
export function* descriptions(spec: SpecDocument): Generator<Objection> {
  for (const { path, value, isSchema } of mappingsIn(spec)) {
    const isNamed = path.at(-2) === "properties" || (path.length === 3 && path[1] === "schemas");
    if (!isSchema || !isNamed || value.$ref !== undefined || value.description !== undefined) continue;
    yield {
      path,
      message: `${path.at(-1)} has no description`,
      fix: "say in a few words what it is, in a description",
    };
  }
}
