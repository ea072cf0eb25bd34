import type { Path } from "./json-pointer.ts";
import { isObject, type JsonObject, type SpecDocument } from "./spec-document.ts";

/** One operation as it is written, whatever may be wrong with it. */
export interface WrittenOperation {
  readonly path: Path;
  readonly method: string;
  /** The path's template: `/support/ticket/{ticket_id}`. */
  readonly template: string;
  readonly value: JsonObject;
}

/** The methods that a path may have, as a document writes them. */
export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Every operation of a document, in its order. */
export function operationsIn(spec: SpecDocument): WrittenOperation[] {
  const paths = spec.at(["paths"]);
  return Object.entries(isObject(paths) ? paths : {}).flatMap(([template, item]) =>
    Object.entries(isObject(item) ? item : {}).flatMap(([method, value]): WrittenOperation[] =>
      METHODS.includes(method) && isObject(value)
        ? [{ path: ["paths", template, method], method, template, value }]
        : [],
    ),
  );
}
