import { expect, test } from "vitest";
import { describeConnectionFailure } from "../src/transport/connection-failure.ts";

/** What the runtimes reject with, as they were seen to. */
const deno = (message: string) => new TypeError("fetch failed", { cause: new Error(message) });
const coded = (code: string) => Object.assign(new Error("x"), { code });

test.each([
  ["Node", new TypeError("fetch failed", { cause: coded("ECONNREFUSED") }), true, "connection refused"],
  ["Bun", coded("ECONNREFUSED"), true, "connection refused"],
  [
    "Deno",
    deno(
      "error sending request for url (http://a/): client error (Connect): tcp connect error: Connection refused (os error 111)",
    ),
    true,
    "connection refused",
  ],
  [
    "Deno",
    deno(
      "error sending request for url (http://a/): client error (Connect): dns error: failed to lookup address information",
    ),
    true,
    "dns error: failed to lookup address information",
  ],
  [
    "Deno",
    deno("error sending request for http://a/: client error (SendRequest): connection closed before message completed"),
    false,
    "client error (SendRequest): connection closed",
  ],
  ["Deno", deno("Connection reset by peer (os error 104)"), false, "Connection reset by peer"],
  ["workerd", new Error("Network connection lost."), false, "Network connection lost."],
  ["Chromium", new TypeError("Failed to fetch"), false, "Failed to fetch"],
])("what %s says when there is no answer is understood: %s", (_, error, neverConnected, reason) => {
  const failure = describeConnectionFailure(error);
  expect(failure.neverConnected).toBe(neverConnected);
  expect(failure.reason).toContain(reason);
});
