/** Why a text is no mail address, in the words of Python's `email-validator`, which pydantic asks. */
export class EmailFault extends Error {}

/** Characters as the message names them: sorted, each once, those that cannot be seen by name or number. */
export function shown(characters: readonly string[]): string {
  return [...new Set(characters.map(name))].sort().join(", ");
}

function name(character: string): string {
  if (character === "\\") return '"\\"';
  if (character === "'") return `"'"`;
  if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(character)) return `'${character}'`;
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return NAMES[character] ?? `U+${number}`;
}

const NAMES: Readonly<Record<string, string>> = {
  " ": "SPACE",
  "\u00a0": "NO-BREAK SPACE",
  "\u00ad": "SOFT HYPHEN",
  "\u200b": "ZERO WIDTH SPACE",
  "\u200d": "ZERO WIDTH JOINER",
  "\u202e": "RIGHT-TO-LEFT OVERRIDE",
  "\u2028": "LINE SEPARATOR",
  "\u3000": "IDEOGRAPHIC SPACE",
  "\ufeff": "ZERO WIDTH NO-BREAK SPACE",
};

/** The characters of a text that would mislead a reader: invisible ones, and an accent without its letter. */
export function unsafe(text: string): string[] {
  return [...text].filter((character, i) => /[\p{Z}\p{C}]/u.test(character) || (i === 0 && /\p{M}/u.test(character)));
}
