import { toPointer } from "../../spec/json-pointer.ts";
import type { SpecDocument } from "../../spec/spec-document.ts";
import { type Comparison, compare } from "../compare/compare.ts";
import { type Difference, differenceKey } from "../compare/difference.ts";
import { departuresOf } from "../curation/departures.ts";
import { type Drift, explain } from "../curation/explain.ts";
import type { Curated } from "./adopt.ts";
import { ByHand } from "./by-hand.ts";
import { parsed } from "./parsed.ts";

/** A difference that was named cannot be settled; nothing is written. */
export class SettleError extends Error {
  override readonly name = "SettleError";
}

interface Settled {
  readonly texts: Curated;
  readonly pointers: readonly string[];
}

type Way = (drift: Drift, comparison: Comparison, texts: Curated, names: Curated) => Curated;

/**
 * Settles differences in one way, one after the other, each on what the one before left.
 *
 * @param pointers of our document or the service's; `all` for whatever can be settled so
 * @throws SettleError when one of the named differences is not there, or takes a person
 */
export function settle(
  way: Way,
  pointers: readonly string[],
  slice: SpecDocument,
  before: Curated,
  names: Curated,
): Settled {
  const isAll = pointers.includes("all");
  const settled: string[] = [];
  const seen = new Set<string>();
  let texts = before;
  for (const wanted of isAll ? endless() : pointers) {
    const comparison = compare(slice, parsed(texts.spec, names.spec));
    const departures = departuresOf(parsed(texts.curation, names.curation));
    const { drift } = explain(comparison.differences, departures);
    const next =
      wanted === undefined
        ? drift.find(({ difference }) => !seen.has(differenceKey(difference)))
        : named(wanted, drift, comparison.differences, names);
    if (!next) break;
    const pointer = toPointer(next.difference.at);
    seen.add(differenceKey(next.difference));
    try {
      texts = way(next, comparison, texts, names);
      settled.push(pointer);
    } catch (error) {
      if (!(error instanceof ByHand)) throw error;
      if (!isAll) throw new SettleError(`${pointer} takes a person: ${error.message}`);
    }
  }
  return { texts, pointers: settled };
}

function* endless(): Generator<undefined> {
  for (;;) yield undefined;
}

function named(pointer: string, drift: readonly Drift[], all: readonly Difference[], names: Curated): Drift {
  const isNamed = ({ at, upstreamAt }: Difference) => [at, ...upstreamAt].some((place) => toPointer(place) === pointer);
  const found = drift.find(({ difference }) => isNamed(difference));
  if (found) return found;
  if (all.some(isNamed)) throw new SettleError(`${names.curation} explains ${pointer}: take the entry away first`);
  const near = nearest(
    pointer,
    drift.map(({ difference }) => toPointer(difference.at)),
  );
  const hint = near.length > 0 ? `; did you mean\n${near.map((each) => `  '${each}'`).join("\n")}` : "";
  throw new SettleError(`there is no difference at ${pointer}${hint}`);
}

const NEAREST = 3;

/** The pointers that share most of their steps with one. */
function nearest(pointer: string, pointers: readonly string[]): string[] {
  const wanted = new Set(pointer.split("/"));
  const shared = (other: string) => other.split("/").filter((step) => wanted.has(step)).length;
  return [...new Set(pointers)].toSorted((a, b) => shared(b) - shared(a)).slice(0, NEAREST);
}
