import type { FaultKind } from "./fault-rule.ts";

/** What each kind of fault does, for who chooses one: in the command's help, and on the mock's page. */
export const faultSummaries: Readonly<Record<FaultKind, string>> = {
  drop: "the connection ends before any answer",
  truncate: "the connection ends within the body; default: in its middle",
  stall: "nothing comes any more; default: from the head on",
  slow: "the head comes late (2000 ms), the body in small pieces (1024 bytes each 100 ms)",
  malformed: "the right answer, but for its last character",
  wrongType: "the right answer as another type; default: text/plain",
  wrongShape: "the right answer, within an object's field data",
  redirect: "sent elsewhere; default: with 307, to a host that does not exist",
  html: "a page for people in place of JSON; default: with status 200",
  emptyError: "an error without a body; default: 500",
  rateLimit: "429 with Retry-After, and nothing was done; default: 1 second",
  serverError: "an error of the service's own; default: 500",
  expireToken: "401; the token of a login is never accepted again",
  drift: "answers depart from the spec, here and there; default: in every way",
};
