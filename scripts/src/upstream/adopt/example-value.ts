import { isObject, type JsonObject, type SpecDocument } from "../../spec/spec-document.ts";

/**
 * An example for a field or a parameter that takes plain values: what a field of ours with that name
 * and type has, or one that fits the schema. Undefined for words, which only a person can choose.
 */
export function exampleFor(name: string, schema: JsonObject, ours: SpecDocument): unknown {
  const { type, format, minimum, default: usual, enum: values } = schema;
  const kind = [type].flat().find((each) => each !== "null");
  if (Array.isArray(values)) return values[0];
  if (kind === "string" && format === undefined) return undefined;
  const known = exampleOfField(name, schema, ours);
  if (known !== undefined) return known;
  if (usual !== undefined && usual !== null) return usual;
  if (kind === "boolean") return false;
  if (kind === "integer" || kind === "number") return typeof minimum === "number" ? minimum : 1;
  return kind === "string" && typeof format === "string" ? FORMATS[format] : undefined;
}

function exampleOfField(name: string, { type, format }: JsonObject, ours: SpecDocument): unknown {
  const schemas = ours.at(["components", "schemas"]);
  const field = Object.values(isObject(schemas) ? schemas : {})
    .map((schema) => (isObject(schema) && isObject(schema.properties) ? schema.properties[name] : undefined))
    .filter(isObject)
    .find((each) => String(each.type) === String(type) && each.format === format);
  return Array.isArray(field?.examples) ? field.examples[0] : undefined;
}

const FORMATS: Readonly<Record<string, string>> = {
  date: "2026-02-03",
  "date-time": "2026-02-03T09:15:27Z",
  email: "ada@example.com",
  uri: "https://example.com/",
  uuid: "5d3c1e0f-2b4a-4c6d-8e7f-9a0b1c2d3e4f",
  uuid4: "5d3c1e0f-2b4a-4c6d-8e7f-9a0b1c2d3e4f",
};
