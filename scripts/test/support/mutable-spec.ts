import { readFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import { specFile } from "../../src/repository.ts";
import { SpecDocument } from "../../src/spec/spec-document.ts";

/** A value of the spec that a test changes at will; what is not there fails the test when it is used. */
// biome-ignore lint/suspicious/noExplicitAny: a mutation reaches anywhere into the document, wrong steps throw
export type Mutable = any;

/** A change of the ticket spec, in the terms of its YAML. */
export type Mutation = (spec: Mutable) => void;

/** The ticket spec after a change, as a document of its own. */
export function mutated(name: string, ...mutations: readonly Mutation[]): SpecDocument {
  const spec: Mutable = parse(readFileSync(specFile, "utf8"));
  for (const mutate of mutations) mutate(spec);
  return SpecDocument.parse(stringify(spec, { aliasDuplicateObjects: false }), name);
}
