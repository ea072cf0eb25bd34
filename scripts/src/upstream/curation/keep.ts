import { toPointer } from "../../spec/json-pointer.ts";
import type { Difference } from "../compare/difference.ts";
import type { YamlEdit } from "../yaml/yaml-edit.ts";
import { claimOf, pinOf } from "./claim.ts";
import type { Departure } from "./departures.ts";
import { changeOf, claimAt, type Drift } from "./explain.ts";
import { covers } from "./pointer-pattern.ts";

/**
 * Writes a difference into curation.yaml: with the names that are noted there already, into the entry
 * that explained it until the service changed its mind, or as an entry of its own, whose reason is
 * left to a person.
 */
export function keep(curation: YamlEdit, { difference, outdated }: Drift, departures: readonly Departure[]): void {
  const { upstreamAt, at } = difference;
  if (outdated) {
    const place = ["departures", outdated.departure.index, "upstream"];
    for (const { text, pattern } of outdated.pointers) {
      const covered = upstreamAt.find((each) => covers(pattern, each));
      if (covered) curation.replace([...place, text], pinOf(claimAt(difference, covered, pattern)));
    }
    return;
  }
  const pin = pinOf(claimOf(difference));
  const pins = Object.fromEntries(upstreamAt.map((place) => [toPointer(place), pin]));
  const index = difference.aspect === "name" ? departures.findIndex((departure) => isAlike(departure, difference)) : -1;
  const known = ["departures", index, "upstream"];
  const entry = departures[index];
  if (!entry) {
    curation.insertItem(["departures"], departures.length, {
      change: changeOf(difference),
      ...(difference.kind !== "only-here" && { upstream: pins }),
      ...(difference.kind !== "only-upstream" && { here: [toPointer(at)] }),
      reason: "",
      evidence: ["document"],
    });
    return;
  }
  for (const [pointer, name] of Object.entries(pins))
    curation.insert(known, pointer, name, curation.keys(known).at(-1));
  if (!entry.here.some(({ pattern }) => covers(pattern, at))) {
    curation.insertItem(["departures", index, "here"], entry.here.length, toPointer(at));
  }
}

/** Names of operations are noted with names of operations, names of schemas with those of schemas. */
function isAlike({ change, upstream }: Departure, { upstreamAt }: Difference): boolean {
  const kind = (steps: readonly unknown[]) =>
    steps.at(-1) === "operationId" ? "operationId" : steps.slice(0, 2).join("/");
  return (
    change === "renamed" && upstream.some(({ pattern }) => upstreamAt.some((place) => kind(pattern) === kind(place)))
  );
}
