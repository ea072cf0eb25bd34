/**
 * Where a team's tickets stand in a long list. They are counted once, block by block; after that any
 * of them is found by looking through no more than the block it stands in.
 */
export class TeamIndex {
  readonly #length: number;
  readonly #includes: (position: number) => boolean;
  /** How many of the team's tickets stand before each block, and before the list's end. */
  readonly #before: number[] = [0];

  /**
   * @param length of the list
   * @param includes whether the team's ticket stands at a position of the list
   */
  constructor(length: number, includes: (position: number) => boolean) {
    this.#length = length;
    this.#includes = includes;
    let count = 0;
    for (let position = 0; position < length; position += 1) {
      if (position > 0 && position % BLOCK === 0) this.#before.push(count);
      if (includes(position)) count += 1;
    }
    this.#before.push(count);
  }

  get count(): number {
    return this.#before.at(-1) ?? 0;
  }

  /** Where the team's tickets stand, beginning with the one that `skip` others stand before. */
  *positions(skip: number): Generator<number, void, undefined> {
    const block = this.#before.findLastIndex((before) => before <= skip);
    let left = skip - (this.#before[block] ?? 0);
    for (let position = block * BLOCK; position < this.#length; position += 1) {
      if (!this.#includes(position)) continue;
      if (left > 0) left -= 1;
      else yield position;
    }
  }

  /** Takes note that the ticket at a position, one of the team's, is no longer included. */
  remove(position: number): void {
    for (let block = Math.floor(position / BLOCK) + 1; block < this.#before.length; block += 1) {
      this.#before[block] = (this.#before[block] ?? 0) - 1;
    }
  }
}

const BLOCK = 4096;
