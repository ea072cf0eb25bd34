import { isObject, type JsonObject } from "../../spec/spec-document.ts";

/**
 * Values of a schema in normal form: of an object the smallest and the fullest, and the fullest with
 * each field at the edges of what it may be; of anything else its edges.
 */
export function sampleValues(schema: JsonObject): unknown[] {
  if (!isObject(schema.properties)) return edgeValues(schema);
  const required = Array.isArray(schema.required) ? schema.required : [];
  const fields = Object.entries(schema.properties).filter((entry): entry is [string, JsonObject] => isObject(entry[1]));
  const values = fields.map(([name, field]) => [name, typicalValue(field)] as const);
  const full = Object.fromEntries(values);
  return [
    Object.fromEntries(values.filter(([name]) => required.includes(name))),
    full,
    ...fields.flatMap(([name, field]) => sampleValues(field).map((value) => ({ ...full, [name]: value }))),
  ];
}

/** The first example, as the spec gives one for each field, or else a value made up for the type. */
function typicalValue(schema: JsonObject): unknown {
  const { examples, enum: values, default: standard } = schema;
  if (Array.isArray(examples) && examples.length > 0) return examples[0];
  if (Array.isArray(values) && values.length > 0) return values[0];
  if (standard !== undefined) return standard;
  if (isObject(schema.properties)) return sampleValues(schema)[1];
  return edgeValues(schema)[0];
}

function edgeValues(schema: JsonObject): unknown[] {
  const { examples, enum: values, type } = schema;
  if (Array.isArray(values)) return values;
  return [
    ...(Array.isArray(examples) ? examples : []),
    ...[type ?? []].flat().flatMap((each) => edgesOfType(String(each), schema)),
  ];
}

function edgesOfType(type: string, schema: JsonObject): unknown[] {
  const { minimum, maximum, minLength = 0, maxLength, minItems = 0 } = schema;
  switch (type) {
    case "null":
      return [null];
    case "boolean":
      return [true, false];
    case "integer":
    case "number":
      return [minimum, maximum, 1_000_000, type === "number" ? 0.5 : undefined].filter((edge) => edge !== undefined);
    case "string":
      return [stringOf(minLength), stringOf(maxLength ?? LONG), ...dates(schema.format)];
    case "array": {
      const item = isObject(schema.items) ? typicalValue(schema.items) : null;
      return [
        Array.from({ length: Number(minItems) }, () => item),
        Array.from({ length: Number(minItems) + 1 }, () => item),
      ];
    }
    default:
      return isObject(schema.properties) ? [] : [{}];
  }
}

/** Longer than most limits. */
const LONG = 5_000;

function stringOf(length: unknown): string {
  return "x".repeat(Number(length));
}

function dates(format: unknown): string[] {
  return format === "date-time" ? ["2026-02-03T09:15:27Z", "2026-02-03T09:15:27.104233"] : [];
}
