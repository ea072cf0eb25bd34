/** How an answer, or a value within it, departs from the spec. */
export type DepartureKind =
  | "accepted"
  | "broken-format"
  | "broken-rule"
  | "missing-field"
  | "no-json"
  | "null"
  | "undocumented-content-type"
  | "undocumented-status"
  | "unknown-field"
  | "wrong-type";

/** One kind of departure, counted. Nothing of it is a value. */
export interface Found {
  readonly kind: DepartureKind;
  /** The unknown field's name; of any other kind the place says it. */
  readonly field?: string;
  /** For people: `string instead of integer`. */
  readonly says: string;
  /** The first one; of an unknown field, the object that has it. */
  readonly example: Example;
  readonly count: number;
}

export interface Example {
  /** Which answer of its operation, counted from 1. */
  readonly answer: number;
  /** JSON pointer into that answer. */
  readonly pointer: string;
}

/** Stands for all unknown names at a place where one of them may be data, such as a mail address. */
const UNPRINTED = "(names that may be data)";

/** An object with more unknown names than this is taken for one that is keyed by data. */
const MOST_NAMES = 20;

/** Counts the departures at one place, or of answers as a whole. */
export class DepartureCount {
  readonly #found = new Map<string, Found>();
  readonly #unknown = new Map<string, Found>();

  add(kind: Exclude<DepartureKind, "unknown-field">, says: string, example: () => Example): void {
    count(this.#found, `${kind} ${says}`, { kind, says }, example);
  }

  /** Adds a field that the spec lacks, of an object that stands at this place. */
  addUnknownField(name: string, example: () => Example): void {
    const isPrintable = this.#unknown.has(name) || (isFieldName(name) && this.#unknown.size < MOST_NAMES);
    const field = isPrintable ? name : UNPRINTED;
    count(this.#unknown, field, { kind: "unknown-field", field, says: "not in the spec" }, example);
  }

  get found(): readonly Found[] {
    const unknown = [...this.#unknown.values()];
    const unprinted = this.#unknown.get(UNPRINTED);
    const together = unknown.reduce((sum, found) => sum + found.count, 0);
    return [...this.#found.values(), ...(unprinted ? [{ ...unprinted, count: together }] : unknown)];
  }
}

function isFieldName(text: string): boolean {
  return /^[a-z_]\w{0,63}$/i.test(text);
}

function count(
  counts: Map<string, Found>,
  key: string,
  departure: Pick<Found, "field" | "kind" | "says">,
  example: () => Example,
): void {
  const known = counts.get(key);
  counts.set(key, { ...departure, example: known?.example ?? example(), count: (known?.count ?? 0) + 1 });
}
