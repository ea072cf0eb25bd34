import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeAtomically } from "../src/docs/write-atomically.ts";

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "sitebay-tickets-docs-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("a page is written into a folder that is made for it, and replaced, with nothing beside it", () => {
  const file = path.join(temporaryFolder(), "out/page.html");
  writeAtomically(file, "one");
  writeAtomically(file, "two");
  expect(readFileSync(file, "utf8")).toBe("two");
  expect(readdirSync(path.dirname(file))).toEqual(["page.html"]);
});

test.each([
  ["a folder that is missing", "no/such/page.html", "no such file or directory"],
  ["a file in the place of the folder", "file/page.html", "not a directory"],
  ["a folder in the place of the file", "folder", "something else than a file stands there"],
  ["a link, such as /dev/stdout", "link", "something else than a file stands there"],
])("%s is named, and nothing is left behind", (_, name, reason) => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "folder"));
  writeFileSync(path.join(folder, "file"), "old");
  symlinkSync("file", path.join(folder, "link"));
  const file = path.join(folder, name);
  expect(() => writeAtomically(file, "new")).toThrow(
    expect.objectContaining({ name: "WriteError", message: `cannot write ${file}: ${reason}` }),
  );
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(["file", "folder", "link"]);
  expect(readFileSync(path.join(folder, "file"), "utf8")).toBe("old");
});
