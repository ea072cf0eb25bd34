import { readFileSync } from "node:fs";
import { specFile } from "../../src/repository.ts";
import { SpecDocument } from "../../src/spec/spec-document.ts";

/** Replaces the first occurrence of a text, or the first one behind another text. */
export type Edit = readonly [from: string, to: string] | readonly [after: string, from: string, to: string];

/** The ticket spec as it would be after some edits, under the name of the real one. */
export class EditedSpec {
  readonly text: string;
  /** Where the last edit ends, in characters. */
  readonly #end: number;

  /** @throws Error when the spec lacks what an edit replaces */
  constructor(...edits: readonly Edit[]) {
    let text = readFileSync(specFile, "utf8");
    let end = 0;
    for (const edit of edits) {
      const [after, from, to] = edit.length === 3 ? edit : ["", ...edit];
      const begin = text.indexOf(after);
      const place = text.indexOf(from, begin + after.length);
      if (begin === -1 || place === -1) throw new Error(`the spec has no ${from}${after && ` after ${after}`}`);
      text = text.slice(0, place) + to + text.slice(place + from.length);
      end = place + to.length;
    }
    this.text = text;
    this.#end = end;
  }

  get document(): SpecDocument {
    return SpecDocument.parse(this.text, "openapi/tickets.yaml");
  }

  /**
   * The number of a line: the last one with this text that begins before the last edit ends, else the
   * first one. Of several lines the last is meant, those before it only tell which.
   *
   * @throws Error when there is none
   */
  lineOf(text: string): number {
    const lines = `\n${this.text}\n`;
    const before = lines.lastIndexOf(`\n${text}\n`, this.#end);
    const place = before === -1 ? lines.indexOf(`\n${text}\n`) : before;
    if (place === -1) throw new Error(`the edited spec has no line ${text}`);
    return lines.slice(0, place + 1 + text.length).split("\n").length - 1;
  }
}

/** One edit or several, as a row of a table may give them. */
export function editsOf(edit: Edit | readonly Edit[]): readonly Edit[] {
  return isSingle(edit) ? [edit] : edit;
}

function isSingle(edit: Edit | readonly Edit[]): edit is Edit {
  return typeof edit[0] === "string";
}
