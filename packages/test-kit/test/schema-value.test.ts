import { type JsonSchema, schemas } from "@sitebay-tickets/contract/schemas";
import { describe, expect, test } from "vitest";
import type { Place } from "../src/fixtures/draw.ts";
import { knownFields } from "../src/fixtures/known-fields.ts";
import { valueMaker } from "../src/fixtures/schema-value.ts";

const places: Place[] = (["realistic", "nasty"] as const).flatMap((profile) =>
  Array.from({ length: 40 }, (_, index) => ({ seed: 5, index, profile })),
);

function derive(schema: JsonSchema, place: Place): Record<string, unknown> {
  return valueMaker(schema, "Ticket", knownFields)(place) as Record<string, unknown>;
}

function withField(field: JsonSchema): JsonSchema {
  const properties = { added: field, ...schemas.Ticket.properties };
  return { ...schemas.Ticket, properties, required: [...(schemas.Ticket.required ?? []), "added"] };
}

describe("a field that joins the schema", () => {
  test.each<[string, JsonSchema, (value: unknown) => boolean]>([
    ["a string", { type: "string" }, (value) => typeof value === "string"],
    ["a short string", { type: "string", minLength: 3, maxLength: 3 }, (value) => [...String(value)].length === 3],
    ["a long string", { type: "string", minLength: 500 }, (value) => [...String(value)].length >= 500],
    [
      "a string like its example",
      { type: "string", pattern: "^T-\\d+$", examples: ["T-1"] },
      (value) => value === "T-1",
    ],
    ["one of several", { type: "string", enum: ["low", "high"] }, (value) => value === "low" || value === "high"],
    ["a constant", { const: 7 }, (value) => value === 7],
    ["a boolean", { type: "boolean" }, (value) => typeof value === "boolean"],
    ["an integer", { type: "integer", minimum: -3, maximum: -1 }, (value) => [-3, -2, -1].includes(Number(value))],
    [
      "a number",
      { type: "number", minimum: 0.5, maximum: 0.6 },
      (value) => Number(value) >= 0.5 && Number(value) <= 0.6,
    ],
    ["a time", { type: "string", format: "date-time" }, (value) => !Number.isNaN(Date.parse(String(value)))],
    ["a date", { type: "string", format: "date" }, (value) => /^\d{4}-\d\d-\d\d$/.test(String(value))],
    ["an address", { type: "string", format: "email" }, (value) => /^\S+@\S+\.com$/.test(String(value))],
    ["a link", { type: "string", format: "uri" }, (value) => URL.canParse(String(value))],
    ["an id", { type: "string", format: "uuid4" }, (value) => /^.{14}4.{4}[89ab]/.test(String(value))],
    [
      "an object",
      { type: "object", properties: { a: { type: "boolean" } }, required: ["a"] },
      (value) => value instanceof Object && "a" in value,
    ],
    [
      "a list",
      { type: "array", items: { type: "integer" }, minItems: 1 },
      (value) => Array.isArray(value) && value.length > 0,
    ],
    ["anything", {}, (value) => value !== undefined],
  ])("gets a value when it is %s, and changes no other value", (_name, field, fits) => {
    for (const place of places) {
      const { added, ...others } = derive(withField(field), place);
      expect(fits(added), JSON.stringify(added)).toBe(true);
      expect(others).toEqual(derive(schemas.Ticket, place));
    }
  });

  test("is null for some when it may be, and for the nasty ones absent when it may be", () => {
    const schema = { ...withField({ type: ["string", "null"] }), required: schemas.Ticket.required ?? [] };
    const more = places.flatMap((place) => [0, 40, 80, 120].map((step) => ({ ...place, index: place.index + step })));
    const values = more.map((place) => ({ ...place, added: derive(schema, place).added }));
    const some = (profile: string, value: unknown) =>
      values.some((each) => each.profile === profile && Object.is(each.added, value));
    expect([some("realistic", null), some("nasty", null)]).toEqual([true, true]);
    expect([some("realistic", undefined), some("nasty", undefined)]).toEqual([false, true]);
  });

  test("that holds users gets users with names", () => {
    const { added } = derive(withField({ type: "array", items: schemas.UserLimited, minItems: 1 }), {
      seed: 1,
      index: 3,
      profile: "realistic",
    });
    expect(added).toEqual(
      expect.arrayContaining([expect.objectContaining({ full_name: expect.stringMatching(/^\p{L}+ \p{L}+$/u) })]),
    );
  });

  test("whose schema says too little is refused at once, by name", () => {
    expect(() => valueMaker(withField({ type: "string", pattern: "^x$" }), "Ticket", knownFields)).toThrow(
      "Cannot derive a value for Ticket/added: give its schema an example",
    );
  });
});
