import { WORLD_EPOCH } from "../fixtures/instant.ts";

/** What a world takes for now. Unless it was given a source, it stands still until it is moved. */
export class WorldClock {
  readonly #source: () => Date;
  #offsetMs = 0;

  constructor(source: () => Date = () => WORLD_EPOCH) {
    this.#source = source;
  }

  now(): Date {
    return new Date(this.#source().getTime() + this.#offsetMs);
  }

  /** Makes it `instant` now; a clock that runs goes on from there. */
  set(instant: Date): void {
    this.#offsetMs = instant.getTime() - this.#source().getTime();
  }

  advance(milliseconds: number): void {
    this.#offsetMs += milliseconds;
  }

  /** How far it was moved from its source, in milliseconds. */
  get offsetMs(): number {
    return this.#offsetMs;
  }

  set offsetMs(milliseconds: number) {
    this.#offsetMs = milliseconds;
  }
}
