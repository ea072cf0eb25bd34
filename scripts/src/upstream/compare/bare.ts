import { isObject } from "../../spec/spec-document.ts";
import { comparedKeys, isSilence, securityInWords } from "./parts.ts";
import { below, componentName, type Spot } from "./spot.ts";

/**
 * What a document says at a place, without what is not compared and without saying what silence means.
 * A schema that is met again is only named by when it was met first, so that two documents which say
 * the same give the same value, however much their schemas refer to each other.
 */
export function bare(spot: Spot, met = new Map<string, number>()): unknown {
  const { part, value } = spot;
  if (part === "security") return securityInWords(value);
  if (part === "names" && Array.isArray(value)) return [...value].sort();
  if (part === "value") return value;
  if (Array.isArray(value)) return value.map((_, i) => bare(below(spot, i), met));
  if (!isObject(value)) return value;
  const name = part === "schema" ? componentName(spot) : undefined;
  const before = name === undefined ? undefined : met.get(name);
  if (before !== undefined) return { again: before };
  if (name !== undefined) met.set(name, met.size);
  const said = comparedKeys(part, value).filter((key) => !isSilence(part, key, value[key]));
  return Object.fromEntries(said.sort().map((key) => [key, bare(below(spot, key), met)]));
}
