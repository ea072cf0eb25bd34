import type { Path } from "../../spec/json-pointer.ts";
import { bare } from "../compare/bare.ts";
import type { Difference } from "../compare/difference.ts";
import { claimOf, pins } from "./claim.ts";
import type { Departure, Pointer } from "./departures.ts";
import { covers, names, type Pattern } from "./pointer-pattern.ts";

/** A difference that no entry explains. */
export interface Drift {
  readonly difference: Difference;
  /** An entry that explained it until the service changed its mind: what it was made for. */
  readonly outdated: Outdated | undefined;
}

interface Outdated {
  readonly departure: Departure;
  readonly pointers: readonly Departure["upstream"][number][];
}

interface Explanation {
  readonly drift: readonly Drift[];
  readonly departures: readonly { readonly departure: Departure; readonly explained: number }[];
  readonly idle: readonly Idle[];
}

/** An entry, or one pointer of it, that explains nothing any more. */
interface Idle {
  readonly line: number;
  readonly departure: Departure;
  /** Undefined when the whole entry is idle. */
  readonly pointer: Pointer | undefined;
}

/** Sorts differences into what curation.yaml explains and what it does not. */
export function explain(differences: readonly Difference[], departures: readonly Departure[]): Explanation {
  const counts = new Map<Departure, number>();
  const used = new Set<Pointer>();
  const drift: Drift[] = [];
  for (const difference of differences) {
    const matches = departures.flatMap((departure) => matchOf(difference, departure) ?? []);
    const exact = matches.filter(({ outdated }) => outdated === undefined);
    for (const { departure, pointers } of exact) {
      counts.set(departure, (counts.get(departure) ?? 0) + 1);
      for (const pointer of pointers) used.add(pointer);
    }
    if (exact.length > 0) continue;
    const [match] = matches;
    // An entry that has to be mended is not idle.
    for (const pointer of match?.pointers ?? []) used.add(pointer);
    drift.push({ difference, outdated: match?.outdated });
  }
  return {
    drift,
    departures: departures.map((departure) => ({ departure, explained: counts.get(departure) ?? 0 })),
    idle: departures.flatMap((departure): Idle[] => {
      const pointers = [...departure.upstream, ...departure.here];
      const idle = pointers.filter((pointer) => !used.has(pointer));
      if (idle.length === pointers.length) return [{ line: departure.line, departure, pointer: undefined }];
      return idle.map((pointer) => ({ line: pointer.line, departure, pointer }));
    }),
  };
}

interface Match {
  readonly departure: Departure;
  readonly pointers: readonly Pointer[];
  readonly outdated: Outdated | undefined;
}

/** Whether an entry speaks of a difference, and whether it still knows what the service says there. */
function matchOf(difference: Difference, departure: Departure): Match | undefined {
  if (changeOf(difference) !== departure.change) return undefined;
  const pointers: Pointer[] = [];
  if (difference.kind !== "only-upstream") {
    const here = departure.here.find(({ pattern }) => covers(pattern, difference.at));
    if (!here) return undefined;
    pointers.push(here);
  }
  if (difference.kind === "only-here") return { departure, pointers, outdated: undefined };
  const outdated: Departure["upstream"][number][] = [];
  for (const place of difference.upstreamAt) {
    const covering = departure.upstream.filter(({ pattern }) => covers(pattern, place));
    const pinned = covering.find((pointer) => isPinned(difference, place, pointer)) ?? covering[0];
    if (!pinned) return undefined;
    pointers.push(pinned);
    if (!isPinned(difference, place, pinned)) outdated.push(pinned);
  }
  return { departure, pointers, outdated: outdated.length > 0 ? { departure, pointers: outdated } : undefined };
}

export function changeOf({ kind, aspect }: Difference): Departure["change"] {
  if (kind === "only-here") return "added";
  if (kind === "only-upstream") return "left-out";
  return aspect === "name" ? "renamed" : "changed";
}

function isPinned(difference: Difference, place: Path, { pattern, pin }: Departure["upstream"][number]): boolean {
  return pins(pin, claimAt(difference, place, pattern));
}

/**
 * What the service claims at a pointer that covers one of a difference's places; at one above the
 * place, that is all that stands below the pointer.
 */
export function claimAt(difference: Difference, place: Path, pattern: Pattern): unknown {
  if (!difference.upstream) return undefined;
  if (names(pattern, place)) return claimOf(difference);
  for (let spot = difference.upstream.above; spot; spot = spot.above) {
    if (names(pattern, spot.used) || names(pattern, spot.written)) return bare(spot);
  }
  return undefined;
}
