import { expect, test } from "vitest";
import { readTicket, UnusableElementError } from "../src/tickets/received-ticket.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test("a ticket keeps its bytes, spaces and unknown fields too", () => {
  const text = '{ "id" : "x", "later": "\\u00e9" , "n": 1.0}';
  expect(new TextDecoder().decode(readTicket(bytes(text), 0).line)).toBe(text);
});

test("line breaks between tokens are dropped, those in texts are escapes and stay", () => {
  const { line } = readTicket(bytes('{\r\n  "id": "x",\n  "subject": "a\\nb"\n}'), 0);
  expect(new TextDecoder().decode(line)).toBe('{  "id": "x",  "subject": "a\\nb"}');
});

test("a ticket that departs from the contract is kept, and where it departs is told", () => {
  const { value, departures } = readTicket(bytes('{"id":"x","resolved":null}'), 0);
  expect(value).toEqual({ id: "x", resolved: null });
  expect(departures.map(({ at, rule }) => `${at} ${rule}`)).toEqual(
    expect.arrayContaining(["/id format", "/resolved type", "/subject required"]),
  );
});

test.each([
  ["null", /Element 7 of the ticket list has no id/],
  ['"text"', /has no id/],
  ['{"id":7}', /has no id/],
  ['{"id":""}', /has no id/],
  ['{"id":"x",}', /is not JSON/],
])("%s is no ticket", (text, message) => {
  expect(() => readTicket(bytes(text), 7)).toThrow(UnusableElementError);
  expect(() => readTicket(bytes(text), 7)).toThrow(message);
});

test("bytes that are not UTF-8 are refused, not replaced", () => {
  expect(() => readTicket(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]), 0)).toThrow(/is not UTF-8/);
});
