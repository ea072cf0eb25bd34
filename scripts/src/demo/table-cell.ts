const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Line breaks, control characters and the marks that turn the direction of a line around. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu;

/** A text as one cell of a table on a terminal: printable, on one line, cut or padded to a width. */
export function tableCell(text: string, width: number): string {
  const characters = [...graphemes.segment(text.replaceAll(UNPRINTABLE, " "))].map(({ segment }) => segment);
  if (characters.length > width) return `${characters.slice(0, width - 1).join("")}…`;
  return characters.join("") + " ".repeat(width - characters.length);
}
