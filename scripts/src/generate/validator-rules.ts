import { formats } from "@sitebay-tickets/contract/validator-runtime";
import { _, Ajv2020, type Options } from "ajv/dist/2020.js";
import { isObject, type JsonObject } from "../spec/spec-document.ts";

const ANNOTATIONS = new Set([
  "default",
  "deprecated",
  "description",
  "example",
  "examples",
  "externalDocs",
  "readOnly",
  "title",
  "writeOnly",
  "xml",
]);

/** The compiler that our validators come from: it refuses whatever it might not do as written. */
export function createCompiler(options: Options = {}): Ajv2020 {
  return new Ajv2020({
    strict: true,
    allErrors: true,
    allowUnionTypes: true,
    logger: false,
    formats: { ...formats },
    code: { source: true, esm: true, lines: true, formats: _`formats` },
    ...options,
  });
}

/**
 * A schema without what describes and does not judge: ajv's strict mode refuses extensions, and
 * would carry the rest into the code.
 */
export function rulesOf(schema: JsonObject): JsonObject {
  const rules = Object.entries(schema).filter(([key]) => !ANNOTATIONS.has(key) && !key.startsWith("x-"));
  return Object.fromEntries(
    rules.map(([key, rule]) => {
      const isNamed = (key === "properties" || key === "$defs") && isObject(rule);
      return [key, isNamed ? rulesOfEach(rule) : rulesWithin(rule)];
    }),
  );
}

function rulesOfEach(schemas: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, rulesWithin(schema)]));
}

function rulesWithin(rule: unknown): unknown {
  if (Array.isArray(rule)) return rule.map(rulesWithin);
  return isObject(rule) ? rulesOf(rule) : rule;
}
