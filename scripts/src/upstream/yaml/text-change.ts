import { lineEnd, lineStart } from "./text-lines.ts";

/** One change of a text, as the lines that it takes away and brings. */
export interface TextChange {
  readonly line: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** What replacing a part of a text changes, in whole lines; blank ones are not told. */
export function textChange(text: string, from: number, to: number, inserted: string): TextChange {
  const start = lineStart(text, from);
  const end = lineEnd(text, Math.max(from, to - 1));
  const before = text.slice(start, end).split("\n");
  const after = (text.slice(start, from) + inserted + text.slice(to, end)).split("\n");
  let line = text.slice(0, start).split("\n").length;
  while (before.length > 0 && after.length > 0 && before[0] === after[0]) {
    before.shift();
    after.shift();
    line += 1;
  }
  while (before.length > 0 && after.length > 0 && before.at(-1) === after.at(-1)) {
    before.pop();
    after.pop();
  }
  const isSaid = (each: string) => each.trim() !== "";
  return { line, removed: before.filter(isSaid), added: after.filter(isSaid) };
}
