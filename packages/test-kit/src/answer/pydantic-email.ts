import { emailDomain } from "./email-domain.ts";
import { EmailFault, shown, unsafe } from "./email-fault.ts";
import { Mismatch, notText } from "./field-error.ts";

/** Converts to a mail address, its domain in lower case; of `Ann <ann@example.com>` the address is left. */
export function toEmail(input: unknown): Mismatch | string {
  if (typeof input !== "string") return notText;
  try {
    return addressOf(input);
  } catch (error) {
    if (!(error instanceof EmailFault)) throw error;
    const reason = error.message;
    return new Mismatch("value_error", `value is not a valid email address: ${reason}`, { reason });
  }
}

/**
 * The rules of Python's `email-validator`, in its order, without what it does to international
 * domains beyond lower case.
 */
function addressOf(input: string): string {
  if ([...input].length > LONGEST_INPUT) throw new EmailFault(`Length must not exceed ${LONGEST_INPUT} characters`);
  const named = /^\s*(?:[^<>@"]*|"[^"]+")\s*<\s*([^<>]+?)\s*>\s*$/.exec(input);
  const text = (named?.[1] ?? input).trim();
  const quoted = /^"(?:[^"\\]|\\.)*"(?=@)/s.exec(text)?.[0];
  const at = quoted?.length ?? text.indexOf("@");
  if (at === -1) throw new EmailFault("An email address must have an @-sign.");
  const local = text.slice(0, at).normalize("NFC");
  checkLocalPart(local, quoted !== undefined);
  const domain = text.slice(at + 1);
  if (domain === "") throw new EmailFault("There must be something after the @-sign.");
  if (/^\[.*\]$/s.test(domain)) throw new EmailFault("A bracketed IP address after the @-sign is not allowed here.");
  const address = `${local}@${emailDomain(domain)}`;
  const excess = new TextEncoder().encode(address).length - LONGEST_ADDRESS;
  if (excess > 0) {
    throw new EmailFault(`The email address is too long (${excess} character${excess === 1 ? "" : "s"} too many).`);
  }
  return address;
}

function checkLocalPart(local: string, isQuoted: boolean): void {
  if (local === "") throw new EmailFault("There must be something before the @-sign.");
  if (isQuoted) throw new EmailFault("Quoting the part before the @-sign is not allowed here.");
  const bad = [...local].filter((character) => !/[\w.!#$%&'*+\-/=?^`{|}~\u0080-\u{10FFFF}]/u.test(character));
  if (bad.length > 0) {
    throw new EmailFault(`The email address contains invalid characters before the @-sign: ${shown(bad)}.`);
  }
  if (local.endsWith(".")) {
    throw new EmailFault("An email address cannot have a period immediately before the @-sign.");
  }
  if (local.startsWith(".")) throw new EmailFault("An email address cannot start with a period.");
  if (local.includes("..")) throw new EmailFault("An email address cannot have two periods in a row.");
  const invisible = unsafe(local);
  if (invisible.length > 0) throw new EmailFault(`The email address contains unsafe characters: ${shown(invisible)}.`);
}

/** pydantic's own limit, and that of RFC 5321. */
const LONGEST_INPUT = 2048;
const LONGEST_ADDRESS = 254;
