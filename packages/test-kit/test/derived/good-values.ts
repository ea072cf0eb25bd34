import type { JsonSchema } from "@sitebay-tickets/contract/schemas";
import { isNullable, numberAt, typeOf } from "./schema-type.ts";

/** A value that a schema must accept, and which edge of the schema it stands on. */
export interface GoodValue {
  readonly edge: string;
  readonly value: unknown;
}

/** A value within all of a schema's limits. */
export function goodValue(schema: JsonSchema): unknown {
  if (schema.const !== undefined) return schema.const;
  const choice = schema.enum?.find((each) => each !== null);
  if (choice !== undefined) return choice;
  switch (typeOf(schema)) {
    case "array":
      return goodItems(schema, Math.max(schema.minItems ?? 0, 1));
    case "boolean":
      return true;
    case "integer":
    case "number":
      return goodNumber(schema);
    case "object":
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, each]) => [name, goodValue(each)]));
    case "string":
      return goodText(schema);
    default:
      return "anything";
  }
}

/** Every value on an edge of a schema: the least and the most that it takes, each choice, null, what may be left out. */
export function goodValues(schema: JsonSchema): GoodValue[] {
  const values: GoodValue[] = [{ edge: "plain", value: goodValue(schema) }];
  if (schema.type !== undefined && isNullable(schema)) values.push({ edge: "null", value: null });
  for (const choice of schema.enum ?? []) values.push({ edge: `enum ${choice}`, value: choice });
  if (schema.enum !== undefined || schema.const !== undefined) return values;
  for (const keyword of ["minimum", "maximum"] as const) {
    const limit = schema[keyword];
    if (limit !== undefined && goodNumber({ ...schema, minimum: limit, maximum: limit }) === limit) {
      values.push({ edge: keyword, value: limit });
    }
  }
  for (const keyword of ["minLength", "maxLength"] as const) {
    const length = schema[keyword];
    if (length !== undefined && schema.format === undefined) {
      values.push({ edge: keyword, value: goodText({ ...schema, minLength: length }) });
    }
  }
  for (const keyword of ["minItems", "maxItems"] as const) {
    const count = schema[keyword];
    if (count !== undefined) values.push({ edge: keyword, value: goodItems(schema, count) });
  }
  if (schema.items)
    values.push(...inside(schema.items, (value) => [value, ...goodItems(schema, schema.minItems ?? 0).slice(1)]));
  if (schema.properties) values.push(...goodObjects(schema));
  return values;
}

function goodObjects(schema: JsonSchema): GoodValue[] {
  const whole = Object.entries(schema.properties ?? {}).map(([name, each]) => [name, goodValue(each)] as const);
  const without = (left: string) => Object.fromEntries(whole.filter(([name]) => name !== left));
  return Object.entries(schema.properties ?? {}).flatMap(([name, each]) => [
    ...(schema.required?.includes(name) ? [] : [{ edge: `without ${name}`, value: without(name) }]),
    ...inside(each, (value) => ({ ...Object.fromEntries(whole), [name]: value })).map(({ edge, value }) => ({
      edge: `${name}: ${edge}`,
      value,
    })),
  ]);
}

function inside(schema: JsonSchema, wrap: (value: unknown) => unknown): GoodValue[] {
  return goodValues(schema).map(({ edge, value }) => ({ edge, value: wrap(value) }));
}

export function goodItems({ items = {} }: JsonSchema, count: number): unknown[] {
  return Array.from({ length: count }, () => goodValue(items));
}

function goodNumber(schema: JsonSchema): number {
  const step = numberAt(schema, "multipleOf") ?? (typeOf(schema) === "integer" ? 1 : 0.5);
  const above = numberAt(schema, "exclusiveMinimum");
  const below = numberAt(schema, "exclusiveMaximum") ?? schema.maximum;
  const least = schema.minimum ?? (above === undefined ? undefined : above + step) ?? (below ?? step) - step;
  return Math.ceil(least / step) * step;
}

function goodText({ format, minLength = 0, pattern }: JsonSchema): string {
  if (format !== undefined) return FORMATTED[format] ?? format;
  const alphabets = ["x", "a", "A", "1", "-", "_"];
  const lengths = [minLength, minLength + 1, minLength + 2];
  const candidates = lengths.flatMap((length) => alphabets.map((character) => character.repeat(length)));
  const good = candidates.find((text) => text !== "" && (pattern === undefined || new RegExp(pattern, "u").test(text)));
  if (good === undefined) throw new Error(`No text for the pattern ${pattern}: teach one to good-values.ts.`);
  return good;
}

const FORMATTED: Readonly<Record<string, string>> = {
  date: "2026-02-03",
  "date-time": "2026-02-03T04:05:06Z",
  email: "ada@example.com",
  uri: "https://example.com/a",
  uuid: "1d2c3b4a-5f6e-1a7b-8c9d-0e1f2a3b4c5d",
  uuid4: "1d2c3b4a-5f6e-4a7b-8c9d-0e1f2a3b4c5d",
};
