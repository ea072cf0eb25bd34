import type { JsonSchema } from "@sitebay-tickets/contract/schemas";
import type { DriftDraw } from "./drift-draw.ts";
import type { ObjectDriftKind } from "./drift-kind.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

/** Makes one object depart from its schema; one that lacks what could depart stays as it is. */
type ObjectDrift = (object: JsonObject, schema: JsonSchema, draw: DriftDraw) => JsonObject;

/** What each kind does to an object that it hits. */
export const objectDrifts: Readonly<Record<ObjectDriftKind, ObjectDrift>> = {
  /** A field that no schema names. */
  "unknown-field": (object) => ({ ...object, unannounced: "yes" }),

  /** Its numbers come as text. */
  "wrong-type": (object) => mapFields(object, (value) => (typeof value === "number" ? String(value) : value)),

  /** Null in one of the fields that may not be null. */
  null(object, { properties = {} }, { pick }) {
    const name = pick(Object.keys(object).filter((name) => properties[name] && !isNullable(properties[name])));
    return name === undefined ? object : { ...object, [name]: null };
  },

  /** Without one of the fields that are required. */
  "missing-field"(object, { required = [] }, { pick }) {
    const name = pick(required.filter((name) => Object.hasOwn(object, name)));
    return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
  },

  /** One of the ids, addresses and times without its punctuation. */
  "broken-format"(object, { properties = {} }, { pick }) {
    const formatted = Object.entries(object).flatMap(([name, value]) =>
      properties[name]?.format && typeof value === "string" ? [{ name, value }] : [],
    );
    const field = pick(formatted);
    return field ? { ...object, [field.name]: field.value.replaceAll(/[-:.@]/g, "") } : object;
  },

  /** Its times come without a zone, which the spec allows. */
  "naive-time": (object, { properties = {} }) =>
    mapFields(object, (value, name) =>
      properties[name]?.format === "date-time" && typeof value === "string" ? value.replace(ZONE, "") : value,
    ),
};

const ZONE = /(?:Z|[+-]\d\d:\d\d)$/;

export function mapFields(object: JsonObject, change: (value: unknown, name: string) => unknown): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]));
}

function isNullable({ type = [] }: JsonSchema): boolean {
  return type.includes("null");
}
