import { keyOf, mix } from "../fixtures/draw.ts";
import type { DriftKind } from "./drift-kind.ts";

/** Of all objects, and of all answers, one in so many departs. */
export const ONE_IN = 7;

/** Decides for one kind and one thing that it may befall, always alike. */
export interface DriftDraw {
  readonly isHit: boolean;
  /** One of the items; undefined when there are none. */
  pick<T>(items: readonly T[]): T | undefined;
}

/**
 * @param name what identifies the thing: an object's id, a request's address. Derived from it, a ticket
 *   departs in the same way wherever it is read.
 */
export function drawDrift(seed: number, kind: DriftKind, name: string): DriftDraw {
  const number = mix(mix(seed) ^ keyOf(`${kind} ${name}`));
  return {
    isHit: number % ONE_IN === 0,
    pick: (items) => items[Math.floor(number / ONE_IN) % items.length],
  };
}
