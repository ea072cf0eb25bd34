import type { OperationId } from "@sitebay-tickets/contract";
import type { AnswerTally } from "./answer-tally.ts";
import type { DepartureKind, Example } from "./departure-count.ts";
import type { Place } from "./place.ts";
import type { ReadingRecord } from "./reading-record.ts";
import type { SpecPlaces } from "./spec-places.ts";

/** Where something was seen: JSON pointer with `*` for any index, empty for the whole answer. */
export interface Sight {
  readonly operation: OperationId;
  readonly status: number;
  readonly place: string;
  readonly count: number;
  /** How many there were that could have been like this. */
  readonly outOf: number;
}

/** Where reality departs from the spec. */
export interface Departure extends Sight {
  readonly kind: DepartureKind;
  /** For people: `string instead of integer`. */
  readonly says: string;
  readonly example: Example;
  /** The file and line in which the spec says otherwise. */
  readonly spec: string;
}

/** The departures of one operation's answers with one status. */
export function departuresOf(tally: AnswerTally, record: ReadingRecord, places: SpecPlaces): Departure[] {
  return [
    ...departuresOfAnswers(tally, record, places),
    ...acceptedRequests(tally, record, places),
    ...departuresWithin(tally, places),
  ];
}

/** Of answers as a whole. */
function departuresOfAnswers(tally: AnswerTally, record: ReadingRecord, places: SpecPlaces): Departure[] {
  const { operation, status, declared, departures, judged } = tally;
  return departures.found.map(({ kind, says, example, count }) => {
    const about = declared
      ? { outOf: judged, spec: places.ofContent(operation, declared.status) }
      : { outOf: record.answersOf(operation), spec: places.ofStatuses(operation) };
    return { operation, status, place: "", kind, says, count, example, ...about };
  });
}

/** Of requests that should have been refused. */
function acceptedRequests({ operation, status }: AnswerTally, record: ReadingRecord, places: SpecPlaces): Departure[] {
  return record.accepted
    .filter((each) => each.read.operation === operation && each.status === status)
    .map(({ read, answer }) => ({
      operation,
      status,
      place: "",
      kind: "accepted",
      says: `answered ${read.how}, which the spec forbids`,
      count: 1,
      outOf: 1,
      example: { answer, pointer: "" },
      spec: places.ofParameter(operation, read.parameter),
    }));
}

/** Of values within answers. */
function departuresWithin({ operation, status, declared }: AnswerTally, places: SpecPlaces): Departure[] {
  if (!declared) return [];
  return [...declared.root.all()].flatMap((place) =>
    place.departures.found.map(({ kind, field, says, example, count }) => {
      const below = field === undefined ? "" : `/${field}`;
      const pointer = place.pointer + below;
      return {
        operation,
        status,
        place: pointer,
        kind,
        says,
        count,
        outOf: Math.max(count, couldHave(place, kind)),
        example: { ...example, pointer: example.pointer + below },
        spec: places.ofPlace(operation, declared.status, pointer),
      };
    }),
  );
}

/** How many values could have departed like this. */
function couldHave(place: Place, kind: DepartureKind): number {
  if (kind === "unknown-field") return place.objects;
  return kind === "missing-field" ? (place.parent?.objects ?? 0) : place.seen;
}
