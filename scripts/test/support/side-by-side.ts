import { readFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import { specFile } from "../../src/repository.ts";
import { SpecDocument } from "../../src/spec/spec-document.ts";
import type { Mutable, Mutation } from "./mutable-spec.ts";

/**
 * Variants of the ticket spec in one document, so that one comparison judges them all: each has paths,
 * components and operations of its own, told apart by a number. What a document has once, such as its
 * servers, is that of the spec.
 *
 * @param variants for each what is done to the spec
 */
export function sideBySide(name: string, variants: readonly (readonly Mutation[])[]): SpecDocument {
  const text = readFileSync(specFile, "utf8");
  const document: Mutable = { ...parse(text), paths: {}, components: {} };
  for (const [i, mutations] of variants.entries()) {
    const spec: Mutable = parse(text);
    for (const mutate of mutations) mutate(spec);
    addVariant(document, spec, `_v${i}`, `/v${i}`);
  }
  return SpecDocument.parse(stringify(document, { aliasDuplicateObjects: false }), name);
}

function addVariant(document: Mutable, spec: Mutable, suffix: string, prefix: string): void {
  const renamed = (names: Mutable) =>
    Object.fromEntries(Object.entries(names).map(([name, value]) => [name + suffix, value]));
  for (const [path, item] of Object.entries<Mutable>(spec.paths)) {
    for (const operation of Object.values<Mutable>(item)) {
      if (operation.operationId === undefined) continue;
      operation.operationId += suffix;
      operation.security = (operation.security ?? spec.security).map(renamed);
    }
    document.paths[prefix + path] = item;
  }
  for (const [kind, components] of Object.entries(spec.components)) {
    document.components[kind] = { ...document.components[kind], ...renamed(components) };
  }
  followReferences(document.paths, suffix);
  followReferences(document.components, suffix);
}

/** References of the variants before this one have found their names already. */
function followReferences(value: Mutable, suffix: string): void {
  if (typeof value !== "object" || value === null) return;
  if (typeof value.$ref === "string" && !VARIANT.test(value.$ref)) value.$ref += suffix;
  for (const inner of Object.values(value)) followReferences(inner, suffix);
}

const VARIANT = /(?:_|\/)v(\d+)(?![a-z\d])/;

/** Which variant a text speaks of. */
export function variantIn(text: string): number {
  return Number(VARIANT.exec(text)?.[1]);
}

/** The text as if its variant stood alone. */
export function withoutVariant(text: string): string {
  return text.replaceAll(new RegExp(VARIANT, "g"), "");
}
