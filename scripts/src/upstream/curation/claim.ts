import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { isObject } from "../../spec/spec-document.ts";
import { bare } from "../compare/bare.ts";
import type { Difference } from "../compare/difference.ts";
import { componentName, type Spot } from "../compare/spot.ts";

/** What the service's document claims at a difference, without texts. */
export function claimOf({ kind, aspect, upstream }: Difference): unknown {
  if (!upstream) return undefined;
  if (aspect !== "value") return aspect === "name" ? codeName(upstream) : wirePlace(upstream);
  const value = bare(upstream);
  // A field that only the service has is told together with its being required.
  return kind === "only-upstream" && isRequired(upstream) && isObject(value) ? { ...value, isRequired: true } : value;
}

/** What a schema or an operation is called in code. */
export function codeName(spot: Spot): string {
  return String(componentName(spot) ?? spot.value);
}

/** Method and path of an operation, as its document writes them. */
export function wirePlace({ written: [, path, method] }: Spot): string {
  return `${String(method).toUpperCase()} ${path}`;
}

/** Whether a schema is that of a field which has to be there. */
export function isRequired({ above, path }: Spot): boolean {
  const schema = above?.part === "properties" ? above.above?.value : undefined;
  return isObject(schema) && Array.isArray(schema.required) && schema.required.includes(path.at(-1));
}

const LONGEST = 40;

/** A claim as curation.yaml pins it: as it is where that is short, by its fingerprint otherwise. */
export function pinOf(claim: unknown): unknown {
  if (typeof claim !== "object") return claim;
  const text = JSON.stringify(claim);
  return text.length <= LONGEST ? claim : fingerprint(text);
}

/** Whether a pin was made for this claim. */
export function pins(pin: unknown, claim: unknown): boolean {
  return isDeepStrictEqual(pin, claim) || pin === fingerprint(JSON.stringify(claim) ?? "null");
}

function fingerprint(text: string): string {
  return `sha256:${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
}
