import type { Profile } from "../fixtures/draw.ts";
import { MOST_TICKETS } from "../world/seeded-tickets.ts";
import type { FieldCheck } from "./checked-fields.ts";

export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER): FieldCheck<number> {
  return {
    isFine: (value): value is number => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most,
    wanted:
      most === Number.MAX_SAFE_INTEGER ? `a whole number from ${least}` : `a whole number from ${least} to ${most}`,
  };
}

export const anyInteger: FieldCheck<number> = {
  isFine: (value): value is number => Number.isSafeInteger(value),
  wanted: "a whole number",
};

export const filledText: FieldCheck<string> = {
  isFine: (value): value is string => typeof value === "string" && value !== "",
  wanted: "a text that is not empty",
};

export function listOf<Item>(isItem: (value: unknown) => value is Item, wanted: string): FieldCheck<readonly Item[]> {
  return { isFine: (value): value is readonly Item[] => Array.isArray(value) && value.every(isItem), wanted };
}

/** What a world begins with. */
export const seedingChecks = {
  seed: anyInteger,
  tickets: wholeNumber(0, MOST_TICKETS),
  profile: {
    isFine: (value): value is Profile => value === "realistic" || value === "nasty",
    wanted: '"realistic" or "nasty"',
  } satisfies FieldCheck<Profile>,
};
