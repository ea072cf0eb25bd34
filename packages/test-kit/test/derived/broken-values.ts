import type { JsonSchema, JsonType } from "@sitebay-tickets/contract/schemas";
import { goodItems, goodValue } from "./good-values.ts";
import { isNullable, numberAt, typeOf } from "./schema-type.ts";

/** A value that breaks one constraint of a schema and no other, and what pydantic has to say of it. */
export interface BrokenValue {
  /** The keyword, or what of it is broken: `minimum`, `type by text`. */
  readonly constraint: string;
  readonly value: unknown;
  /** pydantic's `type`. */
  readonly type: string;
  /** Below the value's own place. */
  readonly loc: readonly (number | string)[];
}

/** Values go into a JSON body as they are; into an address or a form as text, which has no types. */
export type Medium = "json" | "text";

/** One value for every constraint that a schema puts on a value, nested ones included. */
export function brokenValues(schema: JsonSchema, medium: Medium): BrokenValue[] {
  const broken = (constraint: string, value: unknown, type: string): BrokenValue => ({
    constraint,
    value,
    type,
    loc: [],
  });
  if (schema.enum) return [...nullOf(schema, "enum", medium), broken("enum", outsider(schema.enum), "enum")];
  if (schema.const !== undefined) {
    return [...nullOf(schema, "literal_error", medium), broken("const", outsider([schema.const]), "literal_error")];
  }
  const type = typeOf(schema);
  if (type === undefined || type === "null") return [];
  const wrongType = typeErrors(schema, type);
  return [
    ...nullOf(schema, wrongType.none, medium),
    ...(medium === "json" ? [broken("type", type === "array" || type === "object" ? "x" : {}, wrongType.none)] : []),
    ...wrongType.texts.map(([constraint, text, error]) => broken(constraint, text, error)),
    ...(type === "integer" && medium === "json" ? [broken("type by fraction", 1.5, "int_from_float")] : []),
    ...brokenLimits(schema).map(([constraint, value, error]) => broken(constraint, value, error)),
    ...(type === "array" ? brokenItems(schema, medium) : []),
    ...(type === "object" ? brokenFields(schema, medium) : []),
  ];
}

function nullOf(schema: JsonSchema, type: string, medium: Medium): BrokenValue[] {
  return isNullable(schema) || medium === "text" ? [] : [{ constraint: "not null", value: null, type, loc: [] }];
}

type Fault = readonly [constraint: string, value: unknown, type: string];

/** What pydantic says of a value of no use at all, and of texts that cannot be converted. */
function typeErrors(schema: JsonSchema, type: Exclude<JsonType, "null">): { none: string; texts: readonly Fault[] } {
  switch (type) {
    case "array":
      return { none: "list_type", texts: [] };
    case "boolean":
      return { none: "bool_type", texts: [["type by text", "maybe", "bool_parsing"]] };
    case "integer":
      return { none: "int_type", texts: [["type by text", "several", "int_parsing"]] };
    case "number":
      return { none: "float_type", texts: [["type by text", "several", "float_parsing"]] };
    case "object":
      return { none: schema.properties ? "model_attributes_type" : "dict_type", texts: [] };
    case "string":
      return FORMATS[schema.format ?? ""] ?? { none: "string_type", texts: [] };
  }
}

const FORMATS: Readonly<Record<string, { none: string; texts: readonly Fault[] }>> = {
  date: {
    none: "date_type",
    texts: [
      ["format", "yesterday at noon", "date_from_datetime_parsing"],
      ["format by time", "2026-02-03T04:05:06Z", "date_from_datetime_inexact"],
    ],
  },
  "date-time": { none: "datetime_type", texts: [["format", "yesterday at noon", "datetime_from_date_parsing"]] },
  email: { none: "string_type", texts: [["format", "nobody", "value_error"]] },
  uri: { none: "url_type", texts: [["format", "nowhere", "url_parsing"]] },
  uuid: { none: "uuid_type", texts: [["format", "no-uuid", "uuid_parsing"]] },
  uuid4: {
    none: "uuid_type",
    texts: [
      ["format", "no-uuid", "uuid_parsing"],
      ["format by version", "1d2c3b4a-5f6e-1a7b-8c9d-0e1f2a3b4c5d", "uuid_version"],
    ],
  },
};

function brokenLimits(schema: JsonSchema): Fault[] {
  const faults: Fault[] = [];
  const step = numberAt(schema, "multipleOf") ?? 1;
  const limit = (keyword: string, type: string, beyond: number) => {
    const at = numberAt(schema, keyword);
    // A multiple beyond the limit, so that this constraint alone is broken.
    const direction = Math.sign(beyond || (keyword === "exclusiveMinimum" ? -1 : 1));
    const value =
      (at === undefined ? 0 : direction < 0 ? Math.floor((at + beyond) / step) : Math.ceil((at + beyond) / step)) *
      step;
    if (at !== undefined) faults.push([keyword, value, type]);
  };
  limit("minimum", "greater_than_equal", -1);
  limit("maximum", "less_than_equal", 1);
  limit("exclusiveMinimum", "greater_than", 0);
  limit("exclusiveMaximum", "less_than", 0);
  if (schema.multipleOf !== undefined) {
    faults.push([
      "multipleOf",
      Number(goodValue(schema)) + (typeOf(schema) === "integer" ? 1 : step / 2),
      "multiple_of",
    ]);
  }
  const { minLength = 0, maxLength, minItems = 0, maxItems, pattern } = schema;
  if (minLength > 0 && schema.format === undefined)
    faults.push(["minLength", "x".repeat(minLength - 1), "string_too_short"]);
  if (maxLength !== undefined && schema.format === undefined)
    faults.push(["maxLength", "x".repeat(maxLength + 1), "string_too_long"]);
  if (pattern !== undefined) faults.push(["pattern", mismatching(pattern, minLength), "string_pattern_mismatch"]);
  if (minItems > 0) faults.push(["minItems", goodItems(schema, minItems - 1), "too_short"]);
  if (maxItems !== undefined) faults.push(["maxItems", goodItems(schema, maxItems + 1), "too_long"]);
  return faults;
}

function mismatching(pattern: string, minLength: number): string {
  const texts = ["?", "x", "1", "-"].map((character) => character.repeat(Math.max(minLength, 1)));
  const text = texts.find((each) => !new RegExp(pattern, "u").test(each));
  if (text === undefined) throw new Error(`No text breaks the pattern ${pattern}: teach one to broken-values.ts.`);
  return text;
}

function brokenItems(schema: JsonSchema, medium: Medium): BrokenValue[] {
  const rest = goodItems(schema, Math.max((schema.minItems ?? 0) - 1, 0));
  return brokenValues(schema.items ?? {}, medium).map(({ constraint, value, type, loc }) => ({
    constraint: `item's ${constraint}`,
    value: [...rest, value],
    type,
    loc: [rest.length, ...loc],
  }));
}

/** @param medium of the fields' own values */
export function brokenFields(schema: JsonSchema, medium: Medium): BrokenValue[] {
  const whole = Object.entries(schema.properties ?? {}).map(([name, each]) => [name, goodValue(each)] as const);
  const good = Object.fromEntries(whole);
  const faults = Object.entries(schema.properties ?? {}).flatMap(([name, each]) =>
    brokenValues(each, medium).map(({ constraint, value, type, loc }) => ({
      constraint: `${name}: ${constraint}`,
      value: { ...good, [name]: value },
      type,
      loc: [name, ...loc],
    })),
  );
  const absent = (schema.required ?? []).map((name) => ({
    constraint: `required ${name}`,
    value: Object.fromEntries(whole.filter(([each]) => each !== name)),
    type: "missing",
    loc: [name],
  }));
  const unwanted = {
    constraint: "additionalProperties",
    value: { ...good, unheard_of: 1 },
    type: "extra_forbidden",
    loc: ["unheard_of"],
  };
  return [...absent, ...faults, ...(schema.additionalProperties === false ? [unwanted] : [])];
}

function outsider(choices: readonly unknown[]): unknown {
  return (
    ["none of these", 4711].find((each) => typeof each === typeof choices.find((choice) => choice !== null)) ??
    "neither"
  );
}
