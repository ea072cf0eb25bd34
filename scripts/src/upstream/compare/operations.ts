import type { NormalForm } from "../../spec/normal-form.ts";
import { isObject } from "../../spec/spec-document.ts";
import { type Spot, spotAt } from "./spot.ts";

/** An operation as it is found on the wire. */
export interface Operation {
  readonly spot: Spot;
  readonly method: string;
  /** Path with the server's prefix, as the document writes it: `/f/api/v1/support/ticket/{ticket_id}`. */
  readonly path: string;
  /** What the document calls it; method and path where it has no name. */
  readonly id: string;
}

/** All operations of a document in normal form, in its order. */
export function operationsOf(form: NormalForm, prefix: string): Operation[] {
  const paths = isObject(form.value.paths) ? form.value.paths : {};
  return Object.entries(paths).flatMap(([wirePath, item]) =>
    Object.keys(isObject(item) ? item : {}).map((method) => {
      const spot = spotAt(form, ["paths", wirePath, method], "operation");
      const path = `${prefix}${spot.written[1]}`;
      const id = isObject(spot.value) && typeof spot.value.operationId === "string" ? spot.value.operationId : "";
      return { spot, method, path, id: id || `${method.toUpperCase()} ${path}` };
    }),
  );
}

/** Two paths with the same key are one to the service: what a parameter is called never travels. */
export function wireKey(method: string, path: string): string {
  return `${method} ${wirePath(path)}`;
}

export function wirePath(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, "{}");
}
