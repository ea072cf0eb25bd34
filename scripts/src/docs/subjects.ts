import { fromPointer, type Path, toPointer } from "../spec/json-pointer.ts";
import { METHODS, operationsIn } from "../spec/operations-in.ts";
import { serverPrefix } from "../spec/server-address.ts";
import type { SpecDocument } from "../spec/spec-document.ts";
import type { CurationNote } from "./curation-notes.ts";

/** Kinds of components whose descriptions the page shows. */
const SHOWN = ["headers", "parameters", "requestBodies", "responses", "schemas", "securitySchemes"];

/** The pointers by which a note speaks of the spec: for what was left out, those to where it would stand. */
export function pointersOf(spec: SpecDocument, { here, upstream }: CurationNote): readonly string[] {
  if (here.length > 0) return here;
  const prefix = serverPrefix(spec);
  return upstream.map((pointer) => {
    const [first, template = "", ...rest] = fromPointer(pointer);
    const hasPrefix = first === "paths" && template.startsWith(`${prefix}/`);
    return hasPrefix ? toPointer([first, template.slice(prefix.length), ...rest]) : pointer;
  });
}

/**
 * The places of the page that a pointer speaks of: operations, components and fields.
 *
 * There is none where it speaks of every operation, of every component of a kind, or of the
 * document as a whole: said everywhere, it would drown what is said of one place.
 */
export function subjectsOf(spec: SpecDocument, pointer: string): Path[] {
  const [first, second, third, ...below] = fromPointer(pointer);
  // Nothing is called `*`: what speaks of all finds none.
  if (first === "paths" && second !== undefined) return operationsAt(spec, second, third);
  if (first === "components" && SHOWN.includes(String(second)) && third !== undefined) {
    return componentAt(spec, ["components", String(second), third], second === "schemas" ? below : []);
  }
  return [];
}

/** An operation, or all operations of a path where the step names what they share. */
function operationsAt(spec: SpecDocument, template: string, step: string | undefined): Path[] {
  const namesOne = step !== undefined && METHODS.includes(step);
  return operationsIn(spec)
    .filter((operation) => operation.template === template && (!namesOne || operation.method === step))
    .map(({ path }) => path);
}

/** A component or, where the pointer goes on into a schema's fields, the field. */
function componentAt(spec: SpecDocument, path: Path, below: readonly string[]): Path[] {
  if (spec.at(path) === undefined) return [];
  const [keyword, name, ...rest] = below;
  const field = [...path, "properties", String(name)];
  return keyword === "properties" && spec.at(field) !== undefined ? componentAt(spec, field, rest) : [path];
}
