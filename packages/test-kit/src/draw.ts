/** Where a derived value stands: which world, and which item of it. */
export interface Place {
  readonly seed: number;
  readonly index: number;
  readonly profile: Profile;
}

/** `realistic` reads like a help desk; `nasty` holds everything that breaks exports. */
export type Profile = "nasty" | "realistic";

/** Folds a name into 32 bits (FNV-1a). Compute it once per name, not once per draw. */
export function keyOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/** Mixes 32 bits so that neighbours share nothing (the finalizer of MurmurHash3). */
export function mix(bits: number): number {
  let hash = bits;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * A pseudo-random 32-bit number that depends on nothing but its arguments: drawing one more value
 * elsewhere never changes this one.
 */
export function draw(place: Place, key: number): number {
  // An index may pass 32 bits: replies are numbered within their ticket.
  const high = Math.floor(place.index / 2 ** 32);
  return mix(mix(mix(mix(place.seed) ^ key) + place.index) ^ Math.imul(high, 0x9e3779b1));
}

/** A number from 0 up to, and without, `bound`. */
export function drawBelow(bound: number, place: Place, key: number): number {
  return Math.floor((draw(place, key) / 2 ** 32) * bound);
}

/** True in `share` of all cases (0…1). */
export function drawChance(share: number, place: Place, key: number): boolean {
  return draw(place, key) < share * 2 ** 32;
}

/** One of the items. */
export function drawItem<T>(items: readonly [T, ...T[]], place: Place, key: number): T {
  return items[drawBelow(items.length, place, key)] ?? items[0];
}
