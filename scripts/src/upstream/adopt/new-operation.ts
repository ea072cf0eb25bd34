import type { Path } from "../../spec/json-pointer.ts";
import { isObject, type JsonObject } from "../../spec/spec-document.ts";
import { operationName } from "../compare/code-names.ts";
import type { Comparison } from "../compare/compare.ts";
import type { Operation } from "../compare/operations.ts";
import { mostAlike, sharedErrors, tagsFor } from "./neighbour.ts";
import type { OurParts } from "./our-parts.ts";
import { UNWRITTEN } from "./our-schema.ts";

interface NewOperation {
  readonly operation: JsonObject;
  /** The parameters of the path, for all of its operations. */
  readonly pathParameters: readonly JsonObject[];
}

/** An operation of the service's as our document would have it: with what its neighbours have, and no texts yet. */
export function newOperation(theirs: Operation, comparison: Comparison, parts: OurParts): NewOperation {
  const { upstream, here } = comparison;
  const place = theirs.spot.written;
  const written = upstream.spec.object(place);
  const neighbour = mostAlike(theirs, here.operations);
  const parameters = [
    ...parametersAt([...place.slice(0, 2), "parameters"], comparison),
    ...parametersAt([...place, "parameters"], comparison),
  ].map((path) => ({ isOfPath: upstream.spec.resolve(path).value.in === "path", value: parts.parameter(path) }));
  const own = parameters.filter(({ isOfPath }) => !isOfPath).map(({ value }) => value);
  const responses = Object.keys(isObject(written.responses) ? written.responses : {}).map(
    (status) => [status, parts.response([...place, "responses", status])] as const,
  );
  const errors = sharedErrors(neighbour, here).filter(
    ([status]) => !responses.some(([declared]) => declared === status),
  );
  return {
    pathParameters: parameters.filter(({ isOfPath }) => isOfPath).map(({ value }) => value),
    operation: {
      operationId: operationName(theirs),
      summary: UNWRITTEN,
      description: UNWRITTEN,
      tags: tagsFor(theirs, neighbour, here),
      ...(written.deprecated === true && { deprecated: true }),
      ...parts.security(theirs),
      "x-evidence": ["document"],
      "x-retry": theirs.method === "post" ? "rejected-only" : "safe",
      ...(own.length > 0 && { parameters: own }),
      ...("requestBody" in written && { requestBody: parts.body([...place, "requestBody"]) }),
      responses: Object.fromEntries([...responses, ...errors]),
    },
  };
}

function parametersAt(path: Path, { upstream }: Comparison): Path[] {
  const list = upstream.spec.at(path);
  return Array.isArray(list) ? list.map((_, i) => [...path, i]) : [];
}
