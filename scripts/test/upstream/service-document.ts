import { readFileSync } from "node:fs";
import { Document, parse } from "yaml";
import { curationFile, specFile } from "../../src/repository.ts";
import { fromPointer, toPointer } from "../../src/spec/json-pointer.ts";
import { isObject, type JsonObject } from "../../src/spec/spec-document.ts";

/** One change of the service's document. */
export type Edit = (document: Document) => void;

/** Puts a value at a pointer. */
export const set =
  (pointer: string, value: unknown): Edit =>
  (document) =>
    document.setIn(fromPointer(pointer), document.createNode(value));

/** Takes away what stands at a pointer. */
export const drop =
  (pointer: string): Edit =>
  (document) => {
    if (!document.deleteIn(fromPointer(pointer))) throw new Error(`nothing stands at ${pointer}`);
  };

/** Adds to the end of the list at a pointer. */
export const append =
  (pointer: string, value: unknown): Edit =>
  (document) =>
    document.addIn(fromPointer(pointer), document.createNode(value));

/** Gives what stands at a pointer another place. */
export const move =
  (from: string, to: string): Edit =>
  (document) => {
    const node = document.getIn(fromPointer(from));
    document.deleteIn(fromPointer(from));
    document.setIn(fromPointer(to), node);
  };

/** The value at a pointer. */
export function reading(document: Document, pointer: string): object | undefined {
  const value: unknown = fromPointer(pointer).reduce<unknown>(
    (holder, step) => (isObject(holder) || Array.isArray(holder) ? Reflect.get(holder, step) : undefined),
    document.toJS(),
  );
  return typeof value === "object" && value !== null ? value : undefined;
}

/**
 * Our own spec as the service's framework would write it, what curation.yaml explains undone: other
 * names, null as an alternative, titles everywhere, none of our texts. `pnpm spec:upstream` has
 * nothing to say against it until edits make it say something else.
 */
export function serviceDocument(...edits: readonly Edit[]): Document {
  base ??= JSON.stringify(baseDocument());
  const document = new Document(JSON.parse(base), { aliasDuplicateObjects: false });
  for (const edit of edits) edit(document);
  return document;
}

let base: string | undefined;

const PREFIX = "/f/api/v1";
const CREATE_BODY = ["paths", `${PREFIX}/support/ticket`, "post", "requestBody"];

function baseDocument(): JsonObject {
  const ours: unknown = parse(readFileSync(specFile, "utf8"));
  const names = theirNames();
  const paths = Object.fromEntries(
    entriesOf(at(ours, "paths"))
      .filter(([template]) => template !== "/auth/jwt/login")
      .map(([template, item]) => [`${PREFIX}${template}`, theirPath(template, item, ours, names)]),
  );
  const schemas = entriesOf(at(ours, "components", "schemas")).filter(
    ([name]) => !["LoginRequest", "AccessToken", "HTTPError"].includes(name),
  );
  const document = new Document({
    openapi: "3.1.0",
    info: { title: "A made-up service", version: "1.0.0" },
    servers: [{ url: "https://my.sitebay.org" }],
    paths,
    components: {
      schemas: Object.fromEntries(schemas.map(([name, schema]) => [theirSchemaName(name), theirs(schema, ours)])),
      securitySchemes: at(ours, "components", "securitySchemes"),
    },
  });
  document.setIn([...CREATE_BODY, "required"], false);
  document.setIn([...CREATE_BODY, "content", "application/json", "schema", "default"], "");
  return document.toJS();
}

function theirPath(template: string, item: unknown, ours: unknown, names: ReadonlyMap<string, string>): JsonObject {
  const shared = listOf(at(item, "parameters"));
  const methods = entriesOf(item).filter(([key]) => key !== "parameters");
  return Object.fromEntries(
    methods.map(([method, operation]) => {
      const id = names.get(toPointer(["paths", `${PREFIX}${template}`, method, "operationId"]));
      const parameters = [...shared, ...listOf(at(operation, "parameters"))];
      const responses = entriesOf(at(operation, "responses")).filter(([status]) => /^2|^422$/.test(status));
      const body = at(operation, "requestBody");
      return [
        method,
        {
          tags: ["made up"],
          summary: "Made up",
          operationId: id,
          security: at(ours, "security"),
          parameters: parameters.map((parameter) => theirs(resolved(parameter, ours), ours)),
          ...(body !== undefined && { requestBody: { content: theirs(at(body, "content"), ours), required: true } }),
          responses: Object.fromEntries(
            responses.map(([status, response]) => [
              status,
              { description: "Made up", content: theirs(at(resolved(response, ours), "content"), ours) },
            ]),
          ),
        },
      ];
    }),
  );
}

const OUR_TEXTS = new Set(["description", "example", "examples", "summary"]);

/** A part of our spec in the service's ways. What is ours alone goes, but for fields of such a name. */
function theirs(value: unknown, ours: unknown, isFields = false): unknown {
  if (Array.isArray(value)) return value.map((item) => theirs(item, ours));
  if (!isObject(value)) return value;
  if (typeof value.$ref === "string") {
    const [, kind, name = ""] = fromPointer(value.$ref);
    return { $ref: toPointer(["components", kind ?? "", theirSchemaName(name)]) };
  }
  const kept = entriesOf(value).filter(([key]) => isFields || !(OUR_TEXTS.has(key) || key.startsWith("x-")));
  const part = Object.fromEntries(
    kept.map(([key, inner]) => [key, theirs(inner, ours, !isFields && key === "properties")]),
  );
  return isFields || part.type === undefined ? part : { ...withAlternatives(part), title: "Made Up" };
}

/** `type: [string, "null"]` is `anyOf` to the framework, each alternative with its own format. */
function withAlternatives({ type, format, ...rest }: JsonObject): JsonObject {
  if (!Array.isArray(type)) return { type, ...(format !== undefined && { format }), ...rest };
  const alternatives = type.map((each) =>
    each === "string" && format !== undefined ? { type: each, format } : { type: each },
  );
  return { anyOf: alternatives, ...rest };
}

function theirSchemaName(name: string): string {
  return name.replace(/^(\w+)Page$/, "AbstractPage_$1_");
}

/** What the service calls its operations and schemas, by pointer. */
function theirNames(): Map<string, string> {
  const departures = listOf(at(parse(readFileSync(curationFile, "utf8")), "departures"));
  const renamed = departures.filter((departure) => at(departure, "change") === "renamed");
  return new Map(
    renamed.flatMap((departure) => entriesOf(at(departure, "upstream"))).map(([place, name]) => [place, String(name)]),
  );
}

function resolved(value: unknown, ours: unknown): unknown {
  const reference = at(value, "$ref");
  return typeof reference === "string" ? at(ours, ...fromPointer(reference)) : value;
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((holder, step) => (isObject(holder) ? holder[step] : undefined), value);
}

function entriesOf(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
