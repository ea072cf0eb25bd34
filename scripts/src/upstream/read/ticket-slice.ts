import { fromPointer, toPointer } from "../../spec/json-pointer.ts";
import { operationsIn } from "../../spec/operations-in.ts";
import { serverPrefix, serverUrl } from "../../spec/server-address.ts";
import { isObject, type JsonObject, SpecDocument } from "../../spec/spec-document.ts";
import { wireKey } from "../compare/operations.ts";
import { UpstreamError } from "./upstream-error.ts";

/** Path segments that make an operation one about tickets, whatever tag it has. */
const SEGMENTS = ["ticket", "tickets"];

/**
 * The part of the service's document that is about tickets: the operations whose path has a segment
 * `ticket`, and those that our document has too. Its paths are whole: they begin with what the
 * server's address may hold of them.
 *
 * @throws UpstreamError when there are none, or when they refer to what the document does not hold
 */
export function ticketSlice(document: SpecDocument, ours: SpecDocument): SpecDocument {
  const operations = operationsIn(document);
  if (!operations.some(({ template }) => isAboutTickets(template))) {
    const number = new Set(operations.map(({ template }) => template)).size;
    throw new UpstreamError(
      document.name,
      `none of its ${number} paths has a segment named ${SEGMENTS.join(" or ")}, such as /support/ticket`,
    );
  }
  const known = new Set(
    operationsIn(ours).map(({ method, template }) => wireKey(method, serverPrefix(ours) + template)),
  );
  const prefix = serverPrefix(document);
  const isKept = (method: string, template: string) =>
    isAboutTickets(template) || known.has(wireKey(method, prefix + template));
  const paths: Record<string, JsonObject> = {};
  for (const [template, own] of Map.groupBy(operations, (operation) => operation.template)) {
    const left = own.filter(({ method }) => !isKept(method, template)).map(({ method }) => method);
    if (left.length === own.length) continue;
    const item = Object.entries(document.object(["paths", template]));
    paths[prefix + template] = Object.fromEntries(item.filter(([key]) => !left.includes(key)));
  }
  const servers = document.at(["servers", 0]) === undefined ? [] : [{ url: serverUrl(document).origin }];
  const slice = SpecDocument.of({ ...document.value, servers, paths }, document.name);
  checkReferences(slice, paths);
  return slice;
}

function isAboutTickets(template: string): boolean {
  return template.split("/").some((segment) => SEGMENTS.includes(segment));
}

/** Every reference that the slice can reach leads somewhere in the same document. */
function checkReferences(slice: SpecDocument, paths: JsonObject): void {
  const seen = new Set<string>();
  const check = (value: unknown, from: string): void => {
    for (const [i, item] of Array.isArray(value) ? value.entries() : []) check(item, `${from}/${i}`);
    if (!isObject(value)) return;
    if (typeof value.$ref === "string" && !seen.has(value.$ref)) {
      seen.add(value.$ref);
      check(target(slice, value.$ref, from), value.$ref);
    }
    for (const [key, item] of Object.entries(value)) check(item, from + toPointer([key]).slice(1));
  };
  check(paths, "#/paths");
}

function target(slice: SpecDocument, reference: string, from: string): unknown {
  if (!reference.startsWith("#/")) {
    throw new UpstreamError(
      slice.name,
      `${from} refers to another document (${reference}): bundle them into one first`,
    );
  }
  const value = slice.at(fromPointer(reference));
  if (value === undefined) throw new UpstreamError(slice.name, `${from} refers to ${reference}, where nothing stands`);
  return value;
}
