import { isObject, type JsonObject } from "../../spec/spec-document.ts";
import type { Operation } from "./operations.ts";

/**
 * What we call an operation of the service's: its own name in camelCase, without what the framework
 * appends, and with `list` for what returns many.
 */
export function operationName(operation: Operation): string {
  const { spot, method, path, id } = operation;
  const own = isObject(spot.value) && typeof spot.value.operationId === "string" ? id : nameFromPath(method, path);
  const appended = `${String(spot.written[1])}_${method}`.replaceAll(/\W/g, "_");
  const words = (own.endsWith(appended) ? own.slice(0, -appended.length) : own)
    .replaceAll(/([a-z\d])([A-Z])/g, "$1_$2")
    .split(/[^A-Za-z\d]+/)
    .filter(Boolean)
    .map((word) => word.toLowerCase());
  const [verb = method, ...rest] = words;
  const first = method === "get" && READS.has(verb) && isMany(spot.value) ? "list" : verb;
  return first + rest.map(capital).join("");
}

const READS = new Set(["get", "read", "fetch", "list"]);

function nameFromPath(method: string, path: string): string {
  return [method, ...path.split("/").filter((segment) => segment && !segment.startsWith("{"))].join("_");
}

/** Whether an operation in normal form answers with an array, or with a page of one. */
export function isMany(operation: unknown): boolean {
  return successSchemas(operation).some((schema) => {
    if (schema.type === "array") return true;
    const { results, items, data } = isObject(schema.properties) ? schema.properties : {};
    return [results, items, data].some((list) => isObject(list) && list.type === "array");
  });
}

/** The schemas of the bodies that an operation in normal form answers with when all is well. */
function successSchemas(operation: unknown): JsonObject[] {
  const responses = isObject(operation) && isObject(operation.responses) ? operation.responses : {};
  return Object.entries(responses)
    .filter(([status]) => status.startsWith("2"))
    .flatMap(([, response]) => Object.values(isObject(response) && isObject(response.content) ? response.content : {}))
    .flatMap((media) => (isObject(media) && isObject(media.schema) ? [media.schema] : []));
}

/** What we call a schema of the service's: `AbstractPage_Ticket_` is a TicketPage. */
export function schemaName(theirs: string): string {
  const own = theirs.split("__").at(-1) || theirs;
  const generic = /^(\w+?)_(\w+)_$/.exec(theirs);
  if (generic?.[1] && generic[2]) return pascal(generic[2]) + pascal(generic[1].replace(/^Abstract/, ""));
  return pascal(own);
}

/** `team_id` names a component TeamId. */
export function pascal(name: string): string {
  return name
    .split(/[^A-Za-z\d]+/)
    .filter(Boolean)
    .map(capital)
    .join("");
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
