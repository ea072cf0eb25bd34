import { isDeepStrictEqual } from "node:util";
import { isObject, type JsonObject } from "../../spec/spec-document.ts";

/** What kind of thing a value of a document is, as far as the comparison has to know. */
export type PartName =
  | "operation"
  | "parameters"
  | "parameter"
  | "body"
  | "responses"
  | "response"
  | "content"
  | "media"
  | "headers"
  | "header"
  | "schema"
  | "properties"
  | "schemas"
  | "names"
  | "security"
  | "name"
  | "scheme"
  | "flows"
  | "flow"
  | "value";

interface Part {
  /** What every entry of a map or list is, whatever its key. */
  readonly each?: PartName;
  /** What stands below a key; a plain value where the key is not named here. */
  readonly keys?: Readonly<Record<string, PartName>>;
  /** What a missing key means. */
  readonly unsaid?: JsonObject;
}

const OFF = { deprecated: false };

const PARTS: Readonly<Record<PartName, Part>> = {
  operation: {
    keys: {
      operationId: "name",
      parameters: "parameters",
      requestBody: "body",
      responses: "responses",
      security: "security",
    },
    unsaid: OFF,
  },
  parameters: { each: "parameter" },
  parameter: {
    keys: { schema: "schema", content: "content" },
    unsaid: { ...OFF, required: false, allowEmptyValue: false, allowReserved: false },
  },
  body: { keys: { content: "content" }, unsaid: { required: false } },
  responses: { each: "response" },
  response: { keys: { content: "content", headers: "headers" } },
  content: { each: "media" },
  media: { keys: { schema: "schema" } },
  headers: { each: "header" },
  header: { keys: { schema: "schema", content: "content" }, unsaid: { ...OFF, required: false } },
  schema: {
    keys: {
      properties: "properties",
      patternProperties: "properties",
      items: "schema",
      additionalProperties: "schema",
      not: "schema",
      contains: "schema",
      propertyNames: "schema",
      allOf: "schemas",
      anyOf: "schemas",
      oneOf: "schemas",
      prefixItems: "schemas",
      enum: "names",
      required: "names",
    },
    unsaid: {
      ...OFF,
      readOnly: false,
      writeOnly: false,
      uniqueItems: false,
      additionalProperties: true,
      properties: {},
    },
  },
  properties: { each: "schema" },
  schemas: { each: "schema" },
  names: {},
  security: {},
  name: {},
  scheme: { keys: { flows: "flows" } },
  flows: { each: "flow" },
  flow: {},
  value: {},
};

/** Words for people: upstream's are never taken, so that they are not compared either. */
const TEXTS = new Set(["description", "summary", "title", "example", "examples", "externalDocs", "tags"]);

/** What stands below a key of a part. */
export function partOf(part: PartName, key: string | number): PartName {
  const { each, keys } = PARTS[part];
  return each ?? (keys && Object.hasOwn(keys, key) ? keys[key] : undefined) ?? "value";
}

/** What a part means by not naming a key, or undefined. */
export function meaningOfSilence(part: PartName, key: string): unknown {
  return PARTS[part].unsaid?.[key];
}

/** Whether a key with this value says no more than silence. */
export function isSilence(part: PartName, key: string, value: unknown): boolean {
  return value === undefined || isDeepStrictEqual(value, meaningOfSilence(part, key));
}

/** The keys of a part's value that are compared. */
export function comparedKeys(part: PartName, value: JsonObject): string[] {
  const keys = Object.keys(value);
  if (PARTS[part].each) return keys;
  return keys.filter((key) => !TEXTS.has(key) && !key.startsWith("x-"));
}

/** `[{a: []}, {b: [], c: []}]`: either a, or b and c. */
export function securityInWords(value: unknown): string[] {
  return (Array.isArray(value) ? value : [])
    .filter(isObject)
    .map((alternative) =>
      Object.entries(alternative)
        .map(([name, scopes]) => [name, ...(Array.isArray(scopes) ? scopes : [])].join(" "))
        .sort()
        .join(" and "),
    )
    .map((alternative) => alternative || "no credential")
    .sort();
}
