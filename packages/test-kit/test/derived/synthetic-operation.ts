import type { JsonSchema, OperationSchemas } from "@sitebay-tickets/contract/schemas";

const address: JsonSchema = {
  type: "object",
  properties: {
    street: { type: "string", minLength: 1, maxLength: 5 },
    country: { type: "string", pattern: "^[A-Z]{2}$" },
    since: { type: ["string", "null"], format: "date" },
  },
  required: ["street"],
};

/** An operation of no API: it takes every keyword that a schema of the spec can have. */
export const syntheticOperation: Pick<OperationSchemas, "parameters" | "requestBody"> = {
  parameters: [
    { name: "shop_id", in: "path", required: true, schema: { type: "string", format: "uuid4" } },
    {
      name: "code",
      in: "path",
      required: true,
      schema: { type: "string", minLength: 3, maxLength: 4, pattern: "^[a-z]+$" },
    },
    { name: "day", in: "path", required: true, schema: { type: "string", format: "date" } },
    { name: "limit", in: "query", required: true, schema: { type: "integer", minimum: 1, maximum: 10 } },
    { name: "level", in: "query", required: false, schema: { type: "integer", enum: [1, 2, 3] } },
    {
      name: "ratio",
      in: "query",
      required: false,
      schema: { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 4 },
    },
    { name: "open", in: "query", required: false, schema: { type: "boolean", default: false } },
    { name: "order", in: "query", required: false, schema: { type: "string", enum: ["up", "down"], default: "up" } },
    {
      name: "tag",
      in: "query",
      required: false,
      schema: { type: "array", items: { type: "string", minLength: 2 }, minItems: 2, maxItems: 3 },
    },
  ],
  requestBody: {
    required: true,
    contentType: "application/json",
    schema: {
      type: "object",
      properties: {
        text: { type: "string", minLength: 2, maxLength: 4 },
        word: { type: "string", pattern: "^[a-z]+$", minLength: 2 },
        note: { type: ["string", "null"], maxLength: 3 },
        count: { type: "integer", minimum: -1, maximum: 20 },
        fives: { type: "integer", multipleOf: 5, minimum: 5 },
        inner: { type: "integer", exclusiveMinimum: 1, exclusiveMaximum: 9 },
        price: { type: "number", minimum: 0.5, maximum: 9.5 },
        maybe: { type: ["integer", "null"], minimum: 0 },
        flag: { type: "boolean" },
        kind: { type: "string", enum: ["red", "green", "blue"] },
        choice: { type: ["string", "null"], enum: ["a", "b", null] },
        version: { type: "string", const: "v1" },
        at: { type: "string", format: "date-time" },
        on: { type: "string", format: "date" },
        mail: { type: "string", format: "email" },
        any_id: { type: "string", format: "uuid" },
        id: { type: "string", format: "uuid4" },
        link: { type: "string", format: "uri" },
        anything: {},
        numbers: { type: "array", items: { type: "integer", minimum: 2 }, minItems: 1, maxItems: 3 },
        matrix: { type: "array", items: { type: "array", items: { type: "number" }, minItems: 1 } },
        home: address,
        addresses: { type: "array", items: address, minItems: 1 },
        free: { type: "object" },
        closed: {
          type: "object",
          properties: { only: { type: "boolean" } },
          required: ["only"],
          additionalProperties: false,
        },
      },
      required: ["text", "count", "flag", "kind", "at", "id", "numbers", "home", "closed"],
    },
  },
};
