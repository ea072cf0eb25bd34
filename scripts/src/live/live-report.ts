import { spec } from "@sitebay-tickets/contract";
import type { AnswerTally } from "./answer-tally.ts";
import { type Departure, departuresOf, type Sight } from "./departures.ts";
import type { NotRead } from "./read-service.ts";
import type { ReadCount, ReadingRecord } from "./reading-record.ts";
import type { SpecPlaces } from "./spec-places.ts";

/** What `spec:live` found out. It holds names, types and counts, never a value. */
export interface LiveReport {
  readonly service: string;
  readonly spec: { readonly version: string; readonly hash: string };
  /** Whether there is no departure. */
  readonly fits: boolean;
  readonly reads: readonly ReadCount[];
  readonly notRead: readonly NotRead[];
  /** By operation and status, the most frequent first. */
  readonly departures: readonly Departure[];
  /** Times without a zone, of all times. The spec allows them. */
  readonly naiveTimes: readonly Sight[];
  /** Fields that need not come, and never came. */
  readonly neverSeen: readonly Sight[];
  /** Fields of error answers that the spec lacks. The spec says that there may be some. */
  readonly unknownInErrors: readonly Departure[];
}

/** Puts together what a reading of the service has found. */
export function liveReport(
  service: string,
  { record, notRead }: { readonly record: ReadingRecord; readonly notRead: readonly NotRead[] },
  places: SpecPlaces,
): LiveReport {
  const { tallies } = record;
  const all = tallies.flatMap((tally) => departuresOf(tally, record, places).sort((a, b) => b.count - a.count));
  const departures = all.filter((departure) => !isForgiven(departure));
  return {
    service,
    spec: { version: spec.version, hash: spec.hash },
    fits: departures.length === 0,
    reads: record.reads,
    notRead,
    departures,
    naiveTimes: tallies.flatMap(naiveTimes),
    neverSeen: tallies.flatMap(neverSeen),
    unknownInErrors: all.filter(isForgiven),
  };
}

/** The service's framework adds to its error answers as it likes. */
function isForgiven({ kind, status }: Departure): boolean {
  return kind === "unknown-field" && status >= 400;
}

function naiveTimes({ operation, status, declared }: AnswerTally): Sight[] {
  return [...(declared?.root.all() ?? [])].flatMap(({ pointer, times }) =>
    times.naive === 0 ? [] : [{ operation, status, place: pointer, count: times.naive, outOf: times.all }],
  );
}

function neverSeen({ operation, status, declared }: AnswerTally): Sight[] {
  return [...(declared?.root.all() ?? [])].flatMap(({ pointer, name, seen, parent }) => {
    if (!parent?.fields.has(name) || parent.schema.required?.includes(name)) return [];
    return seen === 0 && parent.objects > 0
      ? [{ operation, status, place: pointer, count: 0, outOf: parent.objects }]
      : [];
  });
}
