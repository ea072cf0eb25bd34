/** Where lines begin and end in a text, and what belongs to an entry of a YAML block. */

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}

/** Of the line that an offset stands on: a list's entry begins behind its dash. */
export function indentation(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return text.slice(start, lineEnd(text, start)).search(/[^ ]|$/);
}

/** The beginning of an entry's first line, or of the first comment line directly above it. */
export function entryStart(text: string, offset: number): number {
  const indent = indentation(text, offset);
  let start = lineStart(text, offset);
  while (start > 0 && isComment(text, lineStart(text, start - 1), (column) => column === indent)) {
    start = lineStart(text, start - 1);
  }
  return start;
}

/** The end of an entry's last line, or of the last comment line that stands within the entry. */
export function entryEnd(text: string, contentEnd: number, indent: number): number {
  let end = lineEnd(text, text.slice(0, contentEnd).trimEnd().length);
  while (end < text.length && isComment(text, end + 1, (column) => column > indent)) end = lineEnd(text, end + 1);
  return end;
}

function isComment(text: string, start: number, isAt: (column: number) => boolean): boolean {
  const column = indentation(text, start);
  return text[start + column] === "#" && isAt(column);
}
