import type { JsonSchema } from "@sitebay-tickets/contract/schemas";
import { draw, drawBelow, drawChance, drawItem, type Place } from "./draw.ts";
import { drawTime, placedTime } from "./instant.ts";
import { nastyText } from "./nasty-texts.ts";
import { reversibleIds } from "./reversible-id.ts";

/**
 * A value for a field that nobody has described but its schema: by constant, enumeration, format,
 * type and bounds, in that order. Fields without any of these take an example from the spec.
 *
 * @throws when there is not even an example
 */
export function fallbackValue(schema: JsonSchema, pointer: string): (place: Place, key: number) => unknown {
  if (schema.const !== undefined) return () => schema.const;
  const [first, ...rest] = schema.enum ?? (schema.pattern === undefined ? [] : (schema.examples ?? []));
  if (first !== undefined) return (place, key) => drawItem([first, ...rest], place, key);

  const type = typeof schema.type === "string" ? schema.type : schema.type?.find((each) => each !== "null");
  if (type === "boolean") return (place, key) => drawChance(0.5, place, key);
  if (type === "integer" || type === "number") return number(schema, type);
  if (type === "string" && schema.pattern === undefined) return string(schema, pointer);
  if (type === "object" || type === undefined) return () => ({});
  throw new Error(`Cannot derive a value for ${pointer}: give its schema an example in openapi/tickets.yaml.`);
}

function number(schema: JsonSchema, type: "integer" | "number"): (place: Place, key: number) => number {
  const least = schema.minimum ?? Math.min(0, schema.maximum ?? 0);
  const most = schema.maximum ?? least + 1000;
  if (type === "number") return (place, key) => least + (draw(place, key) / 2 ** 32) * (most - least);
  const [low, high] = [Math.ceil(least), Math.floor(most)];
  return (place, key) => low + drawBelow(high - low + 1, place, key);
}

function string(schema: JsonSchema, pointer: string): (place: Place, key: number) => string {
  const slug = pointer.replaceAll(/\W+/g, "-").toLowerCase();
  switch (schema.format) {
    case "date-time":
      return (place, key) => placedTime(drawTime(place, key), place, key);
    case "date":
      return (place, key) => new Date(drawTime(place, key)).toISOString().slice(0, 10);
    case "email":
      return (place, key) => `${slug}-${drawBelow(10_000, place, key)}@example.com`;
    case "uri":
      return (place, key) => `https://example.com/${slug}/${drawBelow(10_000, place, key)}`;
    case "uuid":
    case "uuid4":
      return (place) => reversibleIds(place.seed, pointer).idOf(place.index);
    default:
      return (place, key) => fitLength(words(place, key), schema);
  }
}

function words(place: Place, key: number): string {
  const text = `${drawItem(QUALITIES, place, key)} ${drawItem(THINGS, place, key + 1)} ${drawBelow(100, place, key + 2)}`;
  return place.profile === "nasty" ? nastyText(text, place, key) : text;
}

function fitLength(text: string, { minLength = 0, maxLength = Number.POSITIVE_INFINITY }: JsonSchema): string {
  const characters = [...text];
  if (characters.length > maxLength) return characters.slice(0, maxLength).join("");
  return characters.length < minLength ? text + "x".repeat(minLength - characters.length) : text;
}

const QUALITIES = ["amber", "brisk", "calm", "distant", "early", "faint", "gentle", "hollow"] as const;
const THINGS = ["anchor", "bridge", "candle", "drift", "ember", "ferry", "garden", "harbour"] as const;
