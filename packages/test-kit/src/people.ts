import { firstNames, lastNames } from "./conversation-texts.ts";
import { drawBelow, drawChance, drawItem, keyOf, type Place } from "./draw.ts";
import { nastyText } from "./nasty-texts.ts";

/** The users with the lowest numbers answer tickets, the others open them. */
const STAFF = 6;
const CUSTOMERS = 200;

export function staffMember(place: Place): Place {
  return { ...place, index: drawBelow(STAFF, place, AUTHOR) };
}

export function customer(place: Place): Place {
  return { ...place, index: STAFF + drawBelow(CUSTOMERS, place, AUTHOR) };
}

export function isStaff(user: Place): boolean {
  return user.index < STAFF;
}

export function firstName(user: Place): string | null {
  return name(firstNames, user, FIRST_NAME);
}

export function lastName(user: Place): string | null {
  return name(lastNames, user, LAST_NAME);
}

/** What is shown of a user who may have either name, or none. */
export function fullName(names: readonly (string | null)[]): string {
  return names.filter((name) => name !== null).join(" ");
}

/** A mail address keeps to ASCII whatever the name holds. */
export function email(user: Place): string {
  const plain = drawItem(firstNames, user, FIRST_NAME)
    .normalize("NFD")
    .replaceAll(/[^a-z]/gi, "");
  return `${plain.toLowerCase()}${user.index}@${isStaff(user) ? "staff.example" : "example.com"}`;
}

const AUTHOR = keyOf("author");
const FIRST_NAME = keyOf("first name");
const LAST_NAME = keyOf("last name");
const NO_NAME = keyOf("no name");

function name(names: readonly [string, ...string[]], user: Place, key: number): string | null {
  const plain = drawItem(names, user, key);
  if (user.profile === "realistic") return plain;
  return drawChance(0.2, user, key ^ NO_NAME) ? null : nastyText(plain, user, key);
}
