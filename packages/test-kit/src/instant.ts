import { draw, drawBelow, keyOf, type Place } from "./draw.ts";

/**
 * The instant that a world takes for now unless told otherwise. Seeded tickets lie before it, so
 * that the same seed gives the same bytes on any day.
 */
export const WORLD_EPOCH = new Date("2026-02-01T12:00:00.000Z");

/** A time as the service writes it: UTC, six digits, no digits at all for a whole second. */
export function serviceTime(milliseconds: number, microseconds = 0): string {
  const text = new Date(milliseconds).toISOString();
  const fraction = `${text.slice(20, 23)}${String(microseconds).padStart(3, "0")}`;
  return `${text.slice(0, 19)}${fraction === "000000" ? "" : `.${fraction}`}Z`;
}

/** A time as `place`'s profile writes it. */
export function placedTime(milliseconds: number, place: Place, key: number): string {
  const microseconds = drawBelow(1000, place, key ^ MICROSECONDS);
  if (place.profile === "realistic") return serviceTime(milliseconds, microseconds);
  const write = NOTATIONS[(place.index + key) % NOTATIONS.length] ?? serviceTime;
  return write(milliseconds, microseconds);
}

/** Some time in the two years before the epoch. */
export function drawTime(place: Place, key: number): number {
  return WORLD_EPOCH.getTime() - Math.floor((draw(place, key) / 2 ** 32) * TWO_YEARS_MS);
}

const MICROSECONDS = keyOf("microseconds");
const TWO_YEARS_MS = 730 * 86_400_000;

/** Every way of writing a time that the contract admits and that a reader may trip over. */
const NOTATIONS: readonly ((milliseconds: number, microseconds: number) => string)[] = [
  serviceTime,
  (ms, micros) => serviceTime(ms, micros).replace("Z", ""),
  (ms) => local(ms, 0, "Z"),
  (ms) => local(ms, 0, ""),
  (ms, micros) => serviceTime(ms + 2 * HOUR_MS, micros).replace("Z", "+02:00"),
  (ms) => local(ms - 5.5 * HOUR_MS, 0, "-05:30"),
  (ms) => local(ms, 3, "Z"),
  (ms) => local(ms, 1, ""),
  (ms) => local(ms, 3, "+00:00"),
];

const HOUR_MS = 3_600_000;

function local(milliseconds: number, digits: number, zone: string): string {
  return `${new Date(milliseconds).toISOString().slice(0, digits === 0 ? 19 : 20 + digits)}${zone}`;
}
