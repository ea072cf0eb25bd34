import { mappingsIn } from "../spec/mappings.ts";
import { operationsIn } from "../spec/operations-in.ts";
import type { SpecDocument } from "../spec/spec-document.ts";
import type { Objection } from "./rule.ts";

/** The extensions that something here reads, and what they stand on. */
const KNOWN: Readonly<Record<string, readonly ("operation" | "schema")[]>> = {
  "x-evidence": ["operation", "schema"],
  "x-export": ["schema"],
  "x-retry": ["operation"],
};

/** No extension is misspelt or misplaced: nobody would miss it, and nobody would read it. */
export function* extensions(spec: SpecDocument): Generator<Objection> {
  const operations = new Set(operationsIn(spec).map(({ value }) => value));
  for (const { path, value } of mappingsIn(spec)) {
    const isComponent = path.length === 3 && path[0] === "components" && path[1] === "schemas";
    const kind = operations.has(value) ? "operation" : isComponent ? "schema" : undefined;
    for (const key of Object.keys(value).filter((name) => name.startsWith("x-"))) {
      const places = KNOWN[key];
      if (!places)
        yield {
          path: [...path, key],
          message: `nothing reads ${key}`,
          fix: `write one of ${Object.keys(KNOWN).join(", ")}, or leave it out`,
        };
      else if (!places.some((place) => place === kind))
        yield {
          path: [...path, key],
          message: `nothing reads ${key} here`,
          fix: `move it to ${places.map((place) => (place === "schema" ? "a schema of components" : "an operation")).join(" or ")}`,
        };
    }
  }
}
