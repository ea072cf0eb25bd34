import { type JsonSchema, schemas } from "@sitebay-tickets/contract/schemas";
import { drawBelow, drawChance, keyOf, type Place } from "./draw.ts";
import { fallbackValue } from "./fallback-value.ts";

/** Derives a value for `place`; `key` tells the schema's own draws from all others. */
type Maker = (place: Place, key: number) => unknown;

/**
 * What is known of a field beyond its schema: its value, or, for a field that holds objects, where
 * those stand. `settled` values are never blanked out: other fields agree with them.
 */
export type KnownField =
  | { readonly value: Maker; readonly settled?: boolean }
  | { readonly place: (place: Place) => Place }
  | { readonly places: (place: Place) => readonly Place[] };

/** By pointer: the schema's name and the field's, such as `Ticket/subject`. */
export type KnownFields = Readonly<Record<string, KnownField>>;

/**
 * Turns a schema into a function that derives values from it, each from the hash of (seed, pointer,
 * index) alone. A field that joins the schema gets a value with no edit here, and changes no other.
 *
 * @param pointer the schema's name, such as `Ticket`
 * @throws at once when a field's schema says too little to derive a value from
 */
export function valueMaker(schema: JsonSchema, pointer: string, known: KnownFields): (place: Place) => unknown {
  const make = makerOf(schema, pointer, pointer, known);
  const key = keyOf(pointer);
  return (place) => make(place, key);
}

/** @param name the pointer that `known` goes by: it starts anew at each schema that has a name */
function makerOf(schema: JsonSchema, pointer: string, name: string, known: KnownFields): Maker {
  if (schema.properties) return objectMaker(schema, pointer, schemaNames.get(schema) ?? name, known);
  if (schema.items) return arrayMaker(schema, schema.items, pointer, name, known);
  return fallbackValue(schema, pointer);
}

const schemaNames = new Map<JsonSchema, string>(Object.entries(schemas).map(([name, schema]) => [schema, name]));

function objectMaker(schema: JsonSchema, pointer: string, name: string, known: KnownFields): Maker {
  const fields = Object.entries(schema.properties ?? {}).map(([field, fieldSchema]) => {
    const optional = !schema.required?.includes(field);
    return { field, make: fieldMaker(fieldSchema, `${pointer}/${field}`, `${name}/${field}`, optional, known) };
  });
  return (place) => {
    const object: Record<string, unknown> = {};
    for (const { field, make } of fields) {
      const value = make(place);
      if (value !== undefined) object[field] = value;
    }
    return object;
  };
}

function fieldMaker(schema: JsonSchema, pointer: string, name: string, optional: boolean, known: KnownFields) {
  const key = keyOf(pointer);
  const fact = known[name];
  const make = fact ? knownMaker(fact, schema, pointer, name, known) : makerOf(schema, pointer, name, known);
  if (fact && "value" in fact && fact.settled) return (place: Place) => make(place, key);

  const nullable = Array.isArray(schema.type) && schema.type.includes("null");
  const [absentKey, nullKey] = [keyOf(`${pointer}: absent`), keyOf(`${pointer}: null`)];
  return (place: Place) => {
    const nasty = place.profile === "nasty";
    if (optional && nasty && drawChance(0.1, place, absentKey)) return undefined;
    if (nullable && (nasty || !fact) && drawChance(0.2, place, nullKey)) return null;
    return make(place, key);
  };
}

function knownMaker(fact: KnownField, schema: JsonSchema, pointer: string, name: string, known: KnownFields): Maker {
  if ("value" in fact) return fact.value;
  if ("place" in fact) {
    const make = makerOf(schema, pointer, name, known);
    return (place, key) => make(fact.place(place), key);
  }
  const make = makerOf(schema.items ?? {}, `${pointer}/items`, `${name}/items`, known);
  const itemKey = keyOf(`${pointer}/items`);
  return (place) => fact.places(place).map((item) => make(item, itemKey));
}

function arrayMaker(schema: JsonSchema, items: JsonSchema, pointer: string, name: string, known: KnownFields): Maker {
  const make = makerOf(items, `${pointer}/items`, `${name}/items`, known);
  const itemKey = keyOf(`${pointer}/items`);
  const least = schema.minItems ?? 0;
  const most = Math.min(schema.maxItems ?? least + 3, least + 3);
  return (place, key) => {
    const count = least + drawBelow(most - least + 1, place, key);
    // Item indexes need no more than to differ: `itemKey` keeps them apart from all other draws.
    const first = place.index * (most + 1);
    return Array.from({ length: count }, (_, i) => make({ ...place, index: first + i }, itemKey));
  };
}
