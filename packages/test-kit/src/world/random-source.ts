import { draw, keyOf } from "../fixtures/draw.ts";

/** Numbers that look random and follow from the seed: the same seed, the same sequence. */
export class RandomSource {
  readonly #seed: number;
  /** How many numbers were drawn. */
  drawn: number;

  constructor(seed: number, drawn = 0) {
    this.#seed = seed;
    this.drawn = drawn;
  }

  /** The next number, from 0 up to, and without, 1. */
  next(): number {
    const place = { seed: this.#seed, index: this.drawn, profile: "realistic" } as const;
    this.drawn += 1;
    return draw(place, SOURCE) / 2 ** 32;
  }
}

const SOURCE = keyOf("random source");
