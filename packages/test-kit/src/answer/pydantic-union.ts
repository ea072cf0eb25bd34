import type { JsonSchema, JsonType } from "@sitebay-tickets/contract/schemas";
import { PythonNumber } from "./python-number.ts";

type MemberType = Exclude<JsonType, "null">;

/** The one of several types that a value is of without being converted; undefined when it is of none. */
export function exactMember(types: readonly MemberType[], input: unknown): MemberType | undefined {
  const exact = typesOf(input);
  return types.find((type) => exact.includes(type));
}

function typesOf(input: unknown): MemberType[] {
  if (Array.isArray(input)) return ["array"];
  if (input instanceof PythonNumber) return input.isFloat ? ["number"] : ["integer"];
  if (typeof input === "number") return Number.isInteger(input) ? ["integer"] : ["number"];
  if (typeof input === "boolean" || typeof input === "string")
    return [typeof input === "string" ? "string" : "boolean"];
  return input === null ? [] : ["object"];
}

/** What pydantic calls a member of a union, in the `loc` of its errors. */
export function memberName(type: MemberType, schema: JsonSchema): string {
  const format = type === "string" ? FORMAT_NAMES[schema.format ?? ""] : undefined;
  if (format !== undefined) return format;
  const isLimited = (LIMITS[type] ?? []).some((limit) => schema[limit] !== undefined);
  return `${isLimited ? "constrained-" : ""}${NAMES[type]}`;
}

const NAMES: Readonly<Record<MemberType, string>> = {
  array: "list[any]",
  boolean: "bool",
  integer: "int",
  number: "float",
  object: "dict[str,any]",
  string: "str",
};

const FORMAT_NAMES: Readonly<Record<string, string>> = {
  "date-time": "datetime",
  date: "date",
  uri: "url",
  uuid: "uuid",
  uuid4: "uuid",
};

const NUMBER_LIMITS = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
const LIMITS: Readonly<Partial<Record<MemberType, readonly string[]>>> = {
  integer: NUMBER_LIMITS,
  number: NUMBER_LIMITS,
  string: ["minLength", "maxLength", "pattern"],
};
