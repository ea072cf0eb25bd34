const FORMULA = /^'*[=+\-@\t\r]/;
const DEFUSED = /^''*[=+\-@\t\r]/;

/**
 * Keeps a spreadsheet from running a text as a formula: one apostrophe is put before whatever it
 * would take for one. Texts that look as if that had been done already get one more, so that
 * {@link armFormula} always gives the original back.
 */
export function defuseFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Undoes {@link defuseFormula}. */
export function armFormula(cell: string): string {
  return DEFUSED.test(cell) ? cell.slice(1) : cell;
}
