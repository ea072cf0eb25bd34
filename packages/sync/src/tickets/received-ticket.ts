import type { Departure } from "@sitebay-tickets/core";
import { report } from "@sitebay-tickets/core/validation";
import { parseExact } from "./exact-number.ts";

/** One element of the list, judged. */
export interface ReceivedTicket {
  /** The element byte for byte as it was received, on one line. */
  readonly line: Uint8Array;
  /** The element parsed, numbers unrounded. */
  readonly value: unknown;
  /** Where it departs from the contract. It is exported all the same. */
  readonly departures: readonly Departure[];
}

/** The element is no ticket at all. */
export class UnusableElementError extends Error {
  override readonly name = "UnusableElementError";

  /** @param index its place in the list, from 0 */
  constructor(index: number, reason: string, options?: ErrorOptions) {
    super(`Element ${index} of the ticket list ${reason}.`, options);
  }
}

const validation = report();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Parses and judges one element of the list.
 *
 * @param index its place in the list, from 0
 * @throws UnusableElementError when it is not JSON in UTF-8, or has no id to know it by
 */
export function readTicket(bytes: Uint8Array, index: number): ReceivedTicket {
  const { text, parsed } = parse(bytes, index);
  if (!hasId(parsed)) throw new UnusableElementError(index, "has no id");
  const departures = validation.inspect("Ticket", parsed);
  return { line: onOneLine(bytes), value: parseExact(text, parsed), departures };
}

function parse(bytes: Uint8Array, index: number): { text: string; parsed: unknown } {
  try {
    const text = decoder.decode(bytes);
    return { text, parsed: JSON.parse(text) };
  } catch (cause) {
    const reason = cause instanceof SyntaxError ? "is not JSON" : "is not UTF-8";
    throw new UnusableElementError(index, reason, { cause });
  }
}

function hasId(value: unknown): value is { readonly id: string } {
  return (
    typeof value === "object" && value !== null && "id" in value && typeof value.id === "string" && value.id !== ""
  );
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** JSON text has line breaks between its tokens only: within strings they are escaped. */
function onOneLine(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(LINE_FEED) && !bytes.includes(CARRIAGE_RETURN)) return bytes;
  return bytes.filter((byte) => byte !== LINE_FEED && byte !== CARRIAGE_RETURN);
}
