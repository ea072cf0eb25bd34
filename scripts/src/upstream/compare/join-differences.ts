import { type Path, toPointer } from "../../spec/json-pointer.ts";
import { bare } from "./bare.ts";
import type { Difference } from "./difference.ts";
import type { Spot } from "./spot.ts";

/** A difference as one operation meets it, or the document as a whole. */
export type Met = Unjoined<Difference> & { readonly upstreamAt: Path; readonly operation: string | undefined };

type Unjoined<Each> = Each extends unknown ? Omit<Each, "operations" | "agreeing" | "upstreamAt"> : never;

/**
 * Tells the same difference at the same place of our document once, with all operations that meet it.
 *
 * @param lookedAt by pointer into our document, the operations that were compared there
 */
export function joinDifferences(met: readonly Met[], lookedAt: ReadonlyMap<string, ReadonlySet<string>>): Difference[] {
  // What is written at one place is one thing, from whichever side of a circle of schemas it is met.
  const places = new Map<string, string>();
  const groups = Map.groupBy(met, (each) => {
    const place = [each.kind, each.aspect, toPointer(each.at)].join("\n");
    const written = `${place}\n${toPointer(each.upstreamAt)}`;
    places.set(written, places.get(written) ?? [place, said(each.upstream), said(each.here)].join("\n"));
    return places.get(written);
  });
  const usersOf = (place: Path) => [...(lookedAt.get(toPointer(place)) ?? [])];
  return [...groups.values()].flatMap((same) => {
    const joined = join(same, usersOf);
    const isForAll = joined.every(({ agreeing }) => agreeing.length === 0);
    // What is said of all operations at once can be said of one alone, where it is used.
    if (isForAll || same[0]?.here?.part !== "security") return joined;
    return same.flatMap((each) => join([{ ...each, at: each.here?.used ?? each.at }], () => []));
  });
}

function join(same: readonly Met[], usersOf: (place: Path) => readonly string[]): Difference[] {
  const [first] = same;
  if (!first) return [];
  const operations = [...new Set(same.flatMap(({ operation }) => operation ?? []))];
  // Who looked at what holds it has seen that it is there, or that it is missing.
  const users = [first.at, first.at.slice(0, -1)].flatMap(usersOf);
  const agreeing = [...new Set(users)].filter((user) => !operations.includes(user));
  const upstreamAt = new Map(same.map((each) => [toPointer(each.upstreamAt), each.upstreamAt]));
  const { operation: _, ...rest } = first;
  return [{ ...rest, upstreamAt: [...upstreamAt.values()], operations, agreeing }];
}

function said(spot: Spot | undefined): string {
  return spot ? JSON.stringify(bare(spot)) : "";
}
