import { EmailFault, shown, unsafe } from "./email-fault.ts";

/**
 * The part after the @-sign as it is kept: in lower case.
 *
 * @throws {EmailFault}
 */
export function emailDomain(text: string): string {
  const bad = [...text].filter((character) => !/[a-z0-9.\u0080-\u{10FFFF}-]/iu.test(character));
  if (bad.length > 0) throw new EmailFault(`The part after the @-sign contains invalid characters: ${shown(bad)}.`);
  const invisible = unsafe(text);
  if (invisible.length > 0) throw new EmailFault(`The email address contains unsafe characters: ${shown(invisible)}.`);
  const domain = text.normalize("NFKC").toLowerCase();
  checkPunctuation(domain);
  checkLength(domain);
  checkName(domain);
  return domain;
}

function checkPunctuation(domain: string): void {
  for (const [mark, noun] of [
    [".", "period"],
    ["-", "hyphen"],
  ] as const) {
    if (domain.endsWith(mark)) throw new EmailFault(`An email address cannot end with a ${noun}.`);
    if (domain.startsWith(mark)) {
      throw new EmailFault(`An email address cannot have a ${noun} immediately after the @-sign.`);
    }
    if (domain.includes("..")) throw new EmailFault("An email address cannot have two periods in a row.");
  }
  if (/\.-|-\./.test(domain)) {
    throw new EmailFault("An email address cannot have a period and a hyphen next to each other.");
  }
  if (/(?:^|\.)(?!xn)[^.]{2}--/.test(domain)) {
    throw new EmailFault(
      "An email address cannot have two letters followed by two dashes immediately after the @-sign or after a period, except Punycode.",
    );
  }
}

function checkLength(domain: string): void {
  if (domain.length > LONGEST_DOMAIN) {
    throw new EmailFault(`The email address is too long after the @-sign ${excess(domain, LONGEST_DOMAIN)}.`);
  }
  const label = domain.split(".").find((each) => each.length > LONGEST_LABEL);
  if (label !== undefined) {
    throw new EmailFault(
      `After the @-sign, periods cannot be separated by so many characters ${excess(label, LONGEST_LABEL)}.`,
    );
  }
}

function excess({ length }: string, limit: number): string {
  return `(${length - limit} character${length - limit > 1 ? "s" : ""} too many)`;
}

function checkName(domain: string): void {
  if (!domain.includes(".")) {
    throw new EmailFault("The part after the @-sign is not valid. It should have a period.");
  }
  if (!/[a-z\u0080-\u{10FFFF}]$/u.test(domain)) {
    throw new EmailFault("The part after the @-sign is not valid. It is not within a valid top-level domain.");
  }
  if (/(?:^|\.)(?:arpa|invalid|local|localhost|onion|test)$/.test(domain)) {
    throw new EmailFault("The part after the @-sign is a special-use or reserved name that cannot be used with email.");
  }
}

/** The limits of the DNS. */
const LONGEST_DOMAIN = 253;
const LONGEST_LABEL = 63;
