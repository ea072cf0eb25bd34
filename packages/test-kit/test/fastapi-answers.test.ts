import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { encodeBody } from "../src/exchange/encode-body.ts";
import { answer, createTicketWorld } from "../src/index.ts";

interface DocumentedCase {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly text: string } | { readonly base64: string } | null;
  readonly decided: string;
  readonly answer: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    /** null where the recorded program and a world do different things: after a success. */
    readonly body: string | null;
  };
}

const { recordedWith, cases }: { recordedWith: string; cases: DocumentedCase[] } = JSON.parse(
  readFileSync(new URL("fastapi/documented-answers.json", import.meta.url), "utf8"),
);
const document = readFileSync(new URL("../../../docs/fastapi-answers.md", import.meta.url), "utf8");

test.each(cases)(`answers $id as ${recordedWith} did`, ({ method, path, headers, body, answer: recorded }) => {
  const [below = "", query = ""] = path.split("?");
  const said = answer(createTicketWorld(), {
    method,
    path: below,
    query,
    headers,
    body: bytes(body),
  });
  if (recorded.body === null) {
    // The recorded program holds every ticket that it is asked for, ours does not.
    expect([recorded.status, 404]).toContain(said.status);
    return;
  }
  const shown = Object.fromEntries(Object.keys(recorded.headers).map((name) => [name, said.headers[name]]));
  // The mock does not know below which address it is served.
  if (shown.location !== undefined) shown.location = new URL(shown.location, `http://localhost/f/api/v1${path}`).href;
  const text = method === "HEAD" ? "" : encodeBody(said.body);
  expect({ status: said.status, headers: shown, body: text }).toEqual(recorded);
});

function bytes(body: DocumentedCase["body"]): Uint8Array | undefined {
  if (body === null) return undefined;
  return "text" in body ? new TextEncoder().encode(body.text) : Buffer.from(body.base64, "base64");
}

describe("docs/fastapi-answers.md", () => {
  /** Rows of the tables whose first cell is a case: id, then status. */
  const rows = [...document.matchAll(/^\| `([a-z0-9-]+)` +\| (\d{3}) .*\|$/gm)].map(([, id, status]) => ({
    id,
    status: Number(status),
  }));

  test("lists exactly the recorded cases, with their statuses", () => {
    expect(rows).toEqual(cases.map(({ id, answer: { status } }) => ({ id, status })));
  });

  test("names each place where a case is decided", () => {
    const places = new Set(cases.flatMap(({ decided }) => decided.split(", ")));
    expect([...places].filter((place) => !place.split(" ").every((part) => document.includes(part)))).toEqual([]);
  });

  test("says what it was recorded with", () => {
    expect(document).toContain(recordedWith);
  });
});
