import { keyOf, mix } from "./draw.ts";

/** Makes ids (UUID version 4) out of numbers, and finds the number behind an id again. */
export interface ReversibleIds {
  /** @param number from 0 to 2^53 - 1 */
  idOf(number: number): string;
  /** undefined when `idOf` never made that id. Takes upper case too. */
  numberOf(id: string): number | undefined;
}

/**
 * Numbers go through a keyed bijection into 64 of an id's 122 free bits; the other 58 are a
 * checksum. So an id is found without any table, and an invented one is not mistaken for ours.
 *
 * @param kind ids of different kinds never collide, nor do those of different seeds
 */
export function reversibleIds(seed: number, kind: string): ReversibleIds {
  const key = mix(mix(seed) ^ keyOf(kind));

  function idOf(number: number): string {
    const [left, right] = scramble(Math.floor(number / 2 ** 32), number >>> 0, key);
    const check = mix(left ^ mix(right ^ key));
    const more = mix(check ^ key);
    const [l, r, c, m] = [left, right, check, more].map(hex8) as [string, string, string, string];
    const variant = "89ab"[more & 3];
    return `${l}-${r.slice(0, 4)}-4${c.slice(0, 3)}-${variant}${c.slice(3, 6)}-${r.slice(4)}${m}`;
  }

  function numberOf(id: string): number | undefined {
    const digits = id.replaceAll("-", "");
    const left = Number.parseInt(digits.slice(0, 8), 16);
    const right = Number.parseInt(digits.slice(8, 12) + digits.slice(20, 24), 16);
    const [high, low] = unscramble(left, right, key);
    const number = high * 2 ** 32 + low;
    return Number.isSafeInteger(number) && idOf(number) === id.toLowerCase() ? number : undefined;
  }

  return { idOf, numberOf };
}

const ROUNDS = [0x9e3779b9, 0x7f4a7c15, 0xf39cc060, 0x5cedc834] as const;

/** A Feistel network: whatever the round function, running the rounds backwards undoes it. */
function scramble(high: number, low: number, key: number): [number, number] {
  let [left, right] = [high, low];
  for (const round of ROUNDS) [left, right] = [right, (left ^ mix(right ^ key ^ round)) >>> 0];
  return [left, right];
}

function unscramble(high: number, low: number, key: number): [number, number] {
  let [left, right] = [high, low];
  for (const round of ROUNDS.toReversed()) [left, right] = [(right ^ mix(left ^ key ^ round)) >>> 0, left];
  return [left, right];
}

function hex8(bits: number): string {
  const byte = (shift: number) => HEX[(bits >>> shift) & 0xff] ?? "";
  return byte(24) + byte(16) + byte(8) + byte(0);
}

/** Ids are most of what a list computes, and `toString(16)` is slow beyond 31 bits. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
