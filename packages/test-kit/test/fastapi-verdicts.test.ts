import { readFileSync } from "node:fs";
import type { JsonSchema } from "@sitebay-tickets/contract/schemas";
import { expect, test } from "vitest";
import type { FieldError } from "../src/answer/field-error.ts";
import { judge } from "../src/answer/pydantic.ts";
import { parsePythonJson } from "../src/answer/python-json.ts";

/** What pydantic made of one JSON text: a value, or what it found wrong. */
interface Verdict {
  readonly of: string;
  readonly input: string;
  readonly value?: unknown;
  readonly errors?: readonly Omit<FieldError, "input">[];
}

interface Described {
  readonly of: string;
  readonly schema: JsonSchema;
}

const lines = readFileSync(new URL("fastapi/verdicts.ndjson", import.meta.url), "utf8")
  .trimEnd()
  .split("\n");
const [{ recordedWith }, ...rows]: [{ recordedWith: string }, ...(Described | Verdict)[]] = JSON.parse(`[${lines}]`);

const described = rows.filter((row): row is Described => "schema" in row);
const verdicts = rows.filter((row): row is Verdict => "input" in row);

test("pydantic judged values of every type that a schema can express", () => {
  expect(described.length).toBeGreaterThan(40);
  expect(verdicts.length).toBeGreaterThan(1500);
});

test.each(described)(`judges $of as ${recordedWith} did`, ({ of, schema }) => {
  const recorded = verdicts.filter((verdict) => verdict.of === of);
  const said = recorded.map(({ input }) => {
    const errors: FieldError[] = [];
    const value = judge(schema, parsePythonJson(input), [], errors);
    return errors.length > 0
      ? { of, input, errors: errors.map(({ input: _, ...error }) => error) }
      : { of, input, value };
  });
  expect(written(said)).toEqual(written(recorded));
});

/** What is left of a value once it went through JSON. */
function written(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

test("Punycode in a mail address is taken as it is, where pydantic would decode it", () => {
  const errors: FieldError[] = [];
  const address = "ada@xn--bcher-kva.de";
  expect(judge({ type: "string", format: "email" }, address, [], errors)).toBe(address);
  expect(errors).toEqual([]);
});
