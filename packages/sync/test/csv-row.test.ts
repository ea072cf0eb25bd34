import { type ExportColumn, tables } from "@sitebay-tickets/contract";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { csvCell, csvHeader, csvRow } from "../src/csv/csv-row.ts";
import { ExactNumber } from "../src/tickets/exact-number.ts";

describe("a cell", () => {
  test.each([
    ["null is empty", "string", null, ""],
    ["a missing value is empty", "string", undefined, ""],
    ["the empty text is a pair of quotes", "string", "", '""'],
    ["a plain text stands as it is", "string", "hello", "hello"],
    ["a comma asks for quotes", "string", "a,b", '"a,b"'],
    ["quotes are doubled", "string", 'say "hi"', '"say ""hi"""'],
    ["line breaks stay what they are", "string", "a\r\nb\nc\rd", '"a\r\nb\nc\rd"'],
    ["spaces at the ends stay", "string", "  a ", "  a "],
    ["a formula is defused", "string", '=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ["a boolean is a word", "boolean", false, "false"],
    ["a negative number is no formula", "integer", -5, "-5"],
    ["a number keeps all of its digits", "integer", new ExactNumber("12345678901234567890"), "12345678901234567890"],
    ["a time is written in UTC", "date-time", "2023-08-18T03:23:48", "2023-08-18T03:23:48Z"],
    ["a formula in the place of a number is defused", "integer", "=1+1", "'=1+1"],
    ["a formula in the place of a time is defused", "date-time", "=1+1", "'=1+1"],
    ["an object is JSON", "string", { a: [1, "x"] }, '"{""a"":[1,""x""]}"'],
  ] as const)("%s", (_, kind, value, cell) => {
    expect(csvCell(kind, value)).toBe(cell);
  });
});

describe("a row", () => {
  const columns: ExportColumn[] = [
    { name: "ticket_id", of: "parent", path: ["id"], kind: "string", nullable: false },
    { name: "id", of: "row", path: ["id"], kind: "string", nullable: false },
    { name: "user_email", of: "row", path: ["user", "email"], kind: "string", nullable: false },
  ];

  test("reaches into objects and into its parent", () => {
    expect(csvRow(columns, { id: "r", user: { email: "a@b.example" } }, { id: "t" })).toBe("t,r,a@b.example\r\n");
  });

  test("leaves cells empty where the way to a value ends early", () => {
    expect(csvRow(columns, { id: "r", user: null }, {})).toBe(",r,\r\n");
    expect(csvRow(columns, "no object", { id: "t" })).toBe("t,,\r\n");
  });

  test("has as many cells as the header, whoever parses it", () => {
    const header = csvHeader(tables.tickets.columns);
    const row = csvRow(tables.tickets.columns, { id: "x", subject: 'a "b", c\n', description: "" }, undefined);
    const [record] = parse(header + row, { columns: true });
    expect(record).toMatchObject({ id: "x", subject: 'a "b", c\n', description: "" });
    expect(Object.keys(record ?? {})).toEqual(tables.tickets.columns.map((column) => column.name));
  });
});
