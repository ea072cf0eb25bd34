import { type Operation, type OperationId, operations } from "@sitebay-tickets/contract";
import { operationSchemas, type ParameterSchema } from "@sitebay-tickets/contract/schemas";
import type { KnownIds } from "./known-ids.ts";
import type { ReadRequest } from "./service-reader.ts";

/** One request of the check, and why it is made. */
export interface PlannedRead extends ReadRequest {
  /** For people: `a known ticket_id`. */
  readonly how: string;
  /** `accept`: it is as the spec wants it. `refuse`: a success would contradict the spec. */
  readonly expect: "accept" | "refuse" | "unknown";
  /** The parameter that is tried out. */
  readonly parameter?: string;
}

export type ReadOperation = Operation & { readonly id: OperationId };

/** Every operation that only reads. */
export const readOperations: readonly ReadOperation[] = Object.values(operations).filter(
  ({ method }) => method === "GET",
);

/** The schemas of the path parameters that these operations take, by name. */
export const pathParameters: ReadonlyMap<string, ParameterSchema["schema"]> = new Map(
  readOperations.flatMap(({ id }) => parametersIn("path", id).map(({ name, schema }) => [name, schema] as const)),
);

/** The requests that read what is there: one, or one for each known value of the path parameter. */
export function ordinaryReads({ id, pathParameters }: ReadOperation, ids: KnownIds): PlannedRead[] {
  const plan = { operation: id, query: {}, withCredential: true, expect: "accept" } as const;
  const [name, ...more] = pathParameters;
  if (name === undefined) return [{ ...plan, path: {}, how: "as it is" }];
  if (more.length > 0) return [];
  return ids.of(name).map((value) => ({ ...plan, path: { [name]: value }, how: `a known ${name}` }));
}

/** Why there are no ordinary reads. */
export function whyNotRead({ pathParameters }: ReadOperation): string {
  if (pathParameters.length === 1) return `not read, because no answer held a ${pathParameters[0]}`;
  return `not read, because ${pathParameters.join(" and ")} would have to belong together`;
}

/** The requests that show, without any risk, how the service refuses, and what it says beyond the end. */
export function probes({ id, secured }: ReadOperation, ids: KnownIds): PlannedRead[] {
  const inPath = parametersIn("path", id);
  const known = Object.fromEntries(inPath.map(({ name }) => [name, ids.of(name)[0] ?? UNKNOWN_ID]));
  const plan = { operation: id, path: known, query: {}, withCredential: true } as const;
  const found: PlannedRead[] = [];
  for (const { name, schema } of inPath) {
    const put = (value: string) => ({ ...plan, path: { ...known, [name]: value }, parameter: name });
    found.push({ ...put(UNKNOWN_ID), how: `an unknown ${name}`, expect: "unknown" });
    if (schema.format) found.push({ ...put("no-such-format"), how: `a malformed ${name}`, expect: "refuse" });
  }
  for (const { name, schema } of parametersIn("query", id)) {
    const put = (value: number) => ({
      ...plan,
      query: { [name]: String(value) },
      how: `${name} ${value}`,
      parameter: name,
    });
    if (schema.minimum !== undefined) found.push({ ...put(schema.minimum - 1), expect: "refuse" });
    if (schema.maximum !== undefined) found.push({ ...put(schema.maximum + 1), expect: "refuse" });
    else if (name === "page") found.push({ ...put(BEYOND_ALL_PAGES), expect: "unknown" });
  }
  if (secured) found.push({ ...plan, withCredential: false, how: "without a credential", expect: "refuse" });
  return found;
}

/** A valid id that nobody draws, and always the same, so that two checks ask the same. */
const UNKNOWN_ID = "00000000-0000-4000-8000-000000000000";
const BEYOND_ALL_PAGES = 1_000_000;

function parametersIn(place: ParameterSchema["in"], id: OperationId): ParameterSchema[] {
  return operationSchemas[id].parameters.filter((parameter) => parameter.in === place);
}
