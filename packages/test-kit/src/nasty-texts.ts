import type { Place } from "./draw.ts";

/** A way of making a harmless text hard to store, to show, or to put into a table. */
type Twist = (plain: string) => string;

/** Each kind by a name that says what it is for. */
const nastyKinds = {
  plain: (text) => text,
  empty: () => "",
  spaceOnly: () => " ",
  leadingAndTrailingSpace: (text) => `  ${text}  `,
  lineFeed: (text) => `${text}\nand then, on a line of its own,\n\nnothing.`,
  carriageReturnLineFeed: (text) => `${text}\r\nwritten on another system\r\n`,
  carriageReturn: (text) => `${text}\rold style`,
  doubleQuotes: (text) => `"${text}", they said`,
  loneDoubleQuote: (text) => `${text} is 3.5" wide`,
  loneSingleQuote: (text) => `it's: ${text}`,
  comma: (text) => `${text}, again, and again`,
  semicolon: (text) => `${text}; see below; or above`,
  tab: (text) => `${text}\tcolumn two\tcolumn three`,
  backslash: (text) => `C:\\new\\${text}\\`,
  csvLookalike: (text) => `"a","b"\r\n"${text}",""`,
  jsonLookalike: (text) => `{"id": null}],"[{${text}`,
  html: (text) => `<b>${text}</b> & <script>alert(1)</script>`,
  leadingEquals: (text) => `=HYPERLINK("https://example.com","${text}")`,
  leadingPlus: (text) => `+${text}`,
  leadingMinus: (text) => `-${text}`,
  leadingAt: (text) => `@SUM(1,2) ${text}`,
  leadingApostrophe: (text) => `'${text}`,
  leadingTab: (text) => `\t=1+1 ${text}`,
  leadingCarriageReturn: (text) => `\r=1+1 ${text}`,
  emoji: (text) => `${text} 🙈👩‍👩‍👧‍👦🏳️‍🌈`,
  rightToLeft: (text) => `${text} שלום, مرحبا`,
  directionOverride: (text) => `${text} \u202Egnp.exe\u202C`,
  combining: (text) => `${text} e\u0301 Z\u0351\u036B\u0343`,
  decomposedAndComposed: (text) => `Zoe\u0308 and Zo\u00EB: ${text}`,
  controlCharacters: (text) => `${text}\u0001\u0008\u000B\u000C\u001B[31m\u001F\u007F`,
  lineSeparators: (text) => `${text}\u2028next\u2029last\u0085end`,
  byteOrderMark: (text) => `\uFEFF${text}`,
  zeroWidth: (text) => `${text}\u200B\u200D\u00AD`,
  noncharacter: (text) => `${text}\uFFFD\uFFFE`,
  numberLookalike: () => "00123e5",
  nullLookalike: () => "NULL",
} as const satisfies Record<string, Twist>;

/** Kinds that are met once in a long while: too heavy, or too harsh, to be everywhere. */
const rareNastyKinds = {
  nul: (text) => `${text}\u0000after the end`,
  twentyKilobytes: (text) => `${text} ${"All work and no reply makes the queue a long one. ".repeat(420)}`,
} as const satisfies Record<string, Twist>;

const twists: readonly Twist[] = Object.values(nastyKinds);
const rareTwists: readonly Twist[] = Object.values(rareNastyKinds);

/** How many items pass between two rare ones. */
const RARE_EVERY = 61;

/**
 * Twists a text in one of the nasty ways. The ways take turns by index, so that a field shows all
 * of them within 250 items, spread out; neighbouring fields stand at different points of the round.
 */
export function nastyText(plain: string, place: Place, key: number): string {
  const turn = place.index + (key % RARE_EVERY);
  const rare = turn % RARE_EVERY === 0;
  const round = rare ? rareTwists : twists;
  const position = rare ? Math.floor(turn / RARE_EVERY) : place.index + (key % twists.length);
  const twist = round[position % round.length];
  return twist ? twist(plain) : plain;
}
