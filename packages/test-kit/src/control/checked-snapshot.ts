import { validators } from "@sitebay-tickets/contract/validators";
import type { WorldSnapshot } from "../world/ticket-world.ts";
import { checkedFields, type FieldCheck } from "./checked-fields.ts";
import { ControlRefusal } from "./control-messages.ts";
import { anyInteger, listOf, seedingChecks, wholeNumber } from "./field-checks.ts";

/**
 * A snapshot from outside, once it is known to be one: whoever edits a saved one by hand learns of a
 * slip here and not from a broken answer.
 *
 * @throws ControlRefusal that names the part that is wrong
 */
export function checkedSnapshot(value: unknown): WorldSnapshot {
  const snapshot = checkedFields(value, snapshotChecks, "The snapshot");
  const store = checkedFields(snapshot.store, storeChecks, "The snapshot at /store");
  const credentials = checkedFields(snapshot.credentials, credentialChecks, "The snapshot at /credentials");
  for (const name of ["changed", "created"] as const) {
    for (const [i, ticket] of store[name].entries()) {
      if (validators.Ticket(ticket)) continue;
      const [first] = validators.Ticket.errors ?? [];
      const place = `/store/${name}/${i}${first?.instancePath ?? ""}`;
      throw new ControlRefusal(400, `The snapshot holds something that is no ticket, at ${place}: ${first?.message}.`);
    }
  }
  // All of its parts have been looked at.
  return { ...snapshot, store, credentials } as WorldSnapshot;
}

const anObject: FieldCheck<object> = {
  isFine: (value): value is object => typeof value === "object" && value !== null,
  wanted: "an object",
};

const places = listOf(wholeNumber(0).isFine, "a list of whole numbers from 0");
const texts = listOf((value) => typeof value === "string", "a list of texts");
const tickets = listOf(anObject.isFine, "a list of tickets");

const snapshotChecks = {
  ...seedingChecks,
  store: anObject,
  credentials: anObject,
  clockOffsetMs: anyInteger,
  drawn: wholeNumber(0),
};

const storeChecks = {
  deleted: places,
  changed: tickets,
  created: tickets,
  teams: texts,
  createdTickets: wholeNumber(0),
  createdReplies: wholeNumber(0),
};

const credentialChecks = { logins: texts, revokedLogins: places, revokedKeys: places };
