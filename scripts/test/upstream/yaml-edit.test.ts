import { describe, expect, test } from "vitest";
import { YamlEdit } from "../../src/upstream/yaml/yaml-edit.ts";

const TEXT = `# The head of the file.
fruit: # what grows
  # red ones
  apple:
    colour: 'red'   # when ripe
    sorts: [ Elstar,   Topaz ]
    # more to come

  pear: {colour: green}   # since 1900

  quince:
    text: |-
      Hard.

      Very hard.

  # not a fruit
  rhubarb: true
  empty: {}
list:
  - one # first
  - two
  # the last
  - three
`;

/** What an edit makes of the text, as the lines that it takes away and brings. */
function diff(make: (edit: YamlEdit) => void, text = TEXT): string[] {
  const edit = new YamlEdit(text);
  make(edit);
  const before = text.split("\n");
  const after = edit.text.split("\n");
  while (before.length > 0 && before[0] === after[0]) {
    before.shift();
    after.shift();
  }
  while (before.length > 0 && before.at(-1) === after.at(-1)) {
    before.pop();
    after.pop();
  }
  return [...before.map((line) => `-${line}`), ...after.map((line) => `+${line}`)];
}

describe("a key is put", () => {
  test("behind another, with the blank line that its neighbours have", () => {
    expect(diff((edit) => edit.insert(["fruit"], "plum", { colour: "blue" }, "pear"))).toEqual([
      "+  plum:",
      "+    colour: blue",
      "+",
    ]);
  });

  test("behind a text of several lines", () => {
    expect(diff((edit) => edit.insert(["fruit"], "sloe", 1, "quince"))).toEqual(["+  sloe: 1", "+"]);
  });

  test("behind the comment that ends another, not into it", () => {
    expect(diff((edit) => edit.insert(["fruit"], "apricot", [], "apple"))).toEqual(["+  apricot: []", "+"]);
  });

  test("first, above the comment of the one that was", () => {
    expect(diff((edit) => edit.insert(["fruit"], "acerola", 1, undefined))).toEqual(["+  acerola: 1", "+"]);
  });

  test("into a mapping on one line", () => {
    expect(diff((edit) => edit.insert(["fruit", "pear"], "sorts", ["Conference"], "colour"))).toEqual([
      "-  pear: {colour: green}   # since 1900",
      "+  pear: {colour: green, sorts: [Conference]}   # since 1900",
    ]);
  });

  test("into an empty mapping", () => {
    expect(diff((edit) => edit.insert(["fruit", "empty"], "a", 1, undefined))).toEqual([
      "-  empty: {}",
      "+  empty: {a: 1}",
    ]);
  });

  test("into a mapping that is missing, which is made", () => {
    expect(diff((edit) => edit.insert(["nuts", "hazel"], "hard", true, undefined))).toEqual([
      "+nuts:",
      "+  hazel:",
      "+    hard: true",
    ]);
  });
});

describe("a value is replaced", () => {
  test("on its line, whose comment stays", () => {
    expect(diff((edit) => edit.replace(["fruit", "apple", "colour"], "yellow"))).toEqual([
      "-    colour: 'red'   # when ripe",
      "+    colour: yellow   # when ripe",
    ]);
  });

  test("by one of several lines", () => {
    expect(diff((edit) => edit.replace(["fruit", "rhubarb"], { sour: true, required: ["sugar"] }))).toEqual([
      "-  rhubarb: true",
      "+  rhubarb:",
      "+    sour: true",
      "+    required:",
      "+      - sugar",
    ]);
  });

  test("of several lines by one", () => {
    expect(diff((edit) => edit.replace(["fruit", "quince", "text"], "Hard."))).toEqual([
      "-    text: |-",
      "-      Hard.",
      "-",
      "-      Very hard.",
      "+    text: Hard.",
    ]);
  });
});

describe("what goes takes with it", () => {
  test("its comment, and one of two blank lines", () => {
    expect(diff((edit) => edit.remove(["fruit", "apple"]))).toEqual([
      "-  # red ones",
      "-  apple:",
      "-    colour: 'red'   # when ripe",
      "-    sorts: [ Elstar,   Topaz ]",
      "-    # more to come",
      "-",
    ]);
  });

  test("no comment that ends another", () => {
    expect(diff((edit) => edit.remove(["fruit", "pear"]))).toEqual(["-  pear: {colour: green}   # since 1900", "-"]);
  });

  test("the mapping that it leaves empty", () => {
    expect(diff((edit) => edit.remove(["fruit", "quince", "text"]))).toEqual([
      "-  quince:",
      "-    text: |-",
      "-      Hard.",
      "-",
      "-      Very hard.",
      "-",
    ]);
  });
});

describe("a list's entry", () => {
  test("is put between others", () => {
    expect(diff((edit) => edit.insertItem(["list"], 1, "one and a half"))).toEqual(["+  - one and a half"]);
  });

  test("is put at the end", () => {
    expect(diff((edit) => edit.insertItem(["list"], 3, { four: 4 }))).toEqual(["+  - four: 4"]);
  });

  test("goes with its comment", () => {
    expect(diff((edit) => edit.remove(["list", 2]))).toEqual(["-  # the last", "-  - three"]);
  });

  test("is put into a list on one line", () => {
    expect(diff((edit) => edit.insertItem(["fruit", "apple", "sorts"], 2, "null"))).toEqual([
      "-    sorts: [ Elstar,   Topaz ]",
      '+    sorts: [Elstar, Topaz, "null"]',
    ]);
  });
});

test("several edits add up, and each is told with the line that it met", () => {
  const edit = new YamlEdit(TEXT);
  edit.remove(["list", 0]);
  edit.replace(["fruit", "rhubarb"], false);
  edit.insert(["fruit"], "zucchini", false, "empty");
  expect(edit.changes).toEqual([
    { line: 21, removed: ["  - one # first"], added: [] },
    { line: 18, removed: ["  rhubarb: true"], added: ["  rhubarb: false"] },
    { line: 20, removed: [], added: ["  zucchini: false"] },
  ]);
});

test("what older readers would take for a date is quoted", () => {
  expect(diff((edit) => edit.insert(["fruit"], "picked", ["2026-02-03"], "empty"))).toEqual([
    "+",
    '+  picked: ["2026-02-03"]',
  ]);
});

test("what stands nowhere cannot be edited", () => {
  const edit = new YamlEdit(TEXT);
  expect(() => edit.replace(["fruit", "fig"], 1)).toThrow("nothing stands at #/fruit/fig");
  expect(() => edit.insertItem(["fruit"], 0, 1)).toThrow("no list stands at #/fruit");
  expect(() => edit.remove(["list", "one", "more"])).toThrow("nothing stands at #/list/one/more");
});
