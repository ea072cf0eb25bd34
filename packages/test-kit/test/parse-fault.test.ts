import { describe, expect, test } from "vitest";
import { faultText } from "../src/faults/fault-text.ts";
import { parseFault } from "../src/faults/parse-fault.ts";
import { type FaultRule, faultKinds } from "../src/index.ts";

describe("a fault on a command line", () => {
  test.each<[string, FaultRule]>([
    ["drop", { kind: "drop" }],
    ["drop:performed=true", { kind: "drop", performed: true }],
    ["truncate:afterBytes=0,times=2", { kind: "truncate", afterBytes: 0, times: 2 }],
    ["rateLimit:retryAfter=2", { kind: "rateLimit", retryAfter: 2 }],
    [
      "rateLimit:retryAfter=Wed, 21 Oct 2026 07:28:00 GMT".replace(", ", " "),
      { kind: "rateLimit", retryAfter: "Wed 21 Oct 2026 07:28:00 GMT" },
    ],
    ["html:status=502,probability=0.25", { kind: "html", status: 502, probability: 0.25 }],
    ["slow:operation=listTickets+getTicket", { kind: "slow", operation: ["listTickets", "getTicket"] }],
    ["drift:drifts=null+html", { kind: "drift", drifts: ["null", "html"] }],
    ["serverError: status = 503 , performed=false", { kind: "serverError", status: 503, performed: false }],
  ])("%s", (text, rule) => {
    expect(parseFault(text)).toEqual(rule);
    expect(parseFault(faultText(rule))).toEqual(rule);
  });

  test.each([
    ["dorp", 'There is no fault "dorp"; there are drop, '],
    ["", 'There is no fault ""'],
    ["toString", 'There is no fault "toString"'],
    ["drop:after=1", "The fault drop has no option after; it takes performed, operation, times, probability"],
    ["drop:performed", '"performed" is no option: write performed=…'],
    ["drop:performed=yes", 'performed must be true or false, not "yes"'],
    ["drop:times=0", "times must be a whole number from 1, not 0"],
    ["drop:times=1.5", "times must be a whole number from 1, not 1.5"],
    ["drop:probability=2", "probability must be a number from 0 to 1, not 2"],
    ["drop:operation=listTicket", "operation must be one or a list of login, listTickets"],
    ["drop:when=true", "when must be a function"],
    ["html:status=99", "status must be a status from 200 to 599, not 99"],
    ["truncate:afterBytes=-1", 'afterBytes must be a whole number from 0, not "-1"'],
    ["drift:drifts=nul", "drifts must be a list of unknown-field, wrong-type"],
    ["rateLimit:retryAfter=", "retryAfter must be a number of seconds, or the text of the header"],
  ])("%s is refused, and what is wrong with it is named", (text, message) => {
    expect(() => parseFault(text)).toThrow(message);
  });

  test("can be of every kind", () => {
    expect(faultKinds).toHaveLength(14);
    for (const kind of faultKinds) expect(parseFault(kind)).toEqual({ kind });
  });
});
