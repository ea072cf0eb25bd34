import { toPointer } from "../../spec/json-pointer.ts";
import { operationsIn } from "../../spec/operations-in.ts";
import type { SpecDocument } from "../../spec/spec-document.ts";
import { type Curated, type Proposal, propose } from "../adopt/adopt.ts";
import { parsed } from "../adopt/parsed.ts";
import { type Comparison, compare } from "../compare/compare.ts";
import type { Difference } from "../compare/difference.ts";
import { claimOf, pinOf } from "../curation/claim.ts";
import { type Departure, departuresOf } from "../curation/departures.ts";
import { type Drift, explain } from "../curation/explain.ts";
import type { UpstreamDocument } from "../read/parse-document.ts";
import { describe } from "./describe.ts";
import { placeTitle, placeWithin } from "./place-title.ts";

/** What a report says, in any format. */
export interface Review {
  readonly document: DocumentReport;
  readonly drift: readonly DriftReport[];
  readonly explained: readonly {
    readonly at: string;
    readonly change: string;
    readonly count: number;
    readonly reason: string;
  }[];
  readonly idle: readonly { readonly at: string; readonly pointer: string | undefined }[];
}

interface DocumentReport {
  readonly name: string;
  /** Of OpenAPI. */
  readonly version: string;
  /** How many operations it has, and how many of them were compared. */
  readonly operations: number;
  readonly tickets: number;
}

export interface DriftReport {
  /** By this it is adopted. */
  readonly pointer: string;
  readonly kind: Difference["kind"];
  readonly aspect: Difference["aspect"];
  /** `GET /support/ticket`, `schema Ticket`. */
  readonly title: string;
  /** `user.email format`; empty for the thing itself. */
  readonly within: string;
  readonly operations: readonly string[];
  readonly upstream: { readonly says: string; readonly pins: Readonly<Record<string, unknown>> };
  readonly here: { readonly says: string; readonly at: string };
  /** What explained it before the service changed its mind. */
  readonly outdated: readonly { readonly at: string; readonly pin: unknown }[];
  readonly proposal: Proposal;
}

/** @throws SpecError where one of the documents cannot be used */
export function review(document: UpstreamDocument, slice: SpecDocument, texts: Curated, names: Curated): Review {
  const ours = parsed(texts.spec, names.spec);
  const comparison = compare(slice, ours);
  const departures = departuresOf(parsed(texts.curation, names.curation));
  const { drift, departures: counted, idle } = explain(comparison.differences, departures);
  const lineOf = ({ line }: Pick<Departure, "line">) => `${names.curation}:${line}`;
  return {
    document: {
      name: document.spec.name,
      version: document.version,
      operations: operationsIn(document.spec).length,
      tickets: comparison.upstream.operations.length,
    },
    drift: inOrder(drift).map((each) => driftReport(each, comparison, texts, names)),
    explained: counted.map(({ departure, explained }) => ({
      at: lineOf(departure),
      change: departure.change,
      count: explained,
      reason: departure.reason,
    })),
    idle: idle.map(({ line, pointer }) => ({ at: lineOf({ line }), pointer: pointer?.text })),
  };
}

const ORDER = ["servers", "paths", "security", "components"];

/** Operations before what they share. */
function inOrder(drift: readonly Drift[]): Drift[] {
  const rank = ({ difference: { at } }: Drift) => ORDER.indexOf(String(at[0]));
  return drift.toSorted((a, b) => rank(a) - rank(b));
}

function driftReport(drift: Drift, comparison: Comparison, texts: Curated, names: Curated): DriftReport {
  const { difference, outdated } = drift;
  const { kind, aspect, at, upstream, here, operations, upstreamAt } = difference;
  const pin = pinOf(claimOf(difference));
  return {
    pointer: toPointer(at),
    kind,
    aspect,
    title: placeTitle(at),
    within: withinOf(difference),
    operations,
    upstream: {
      says: describe(difference, upstream),
      pins: kind === "only-here" ? {} : Object.fromEntries(upstreamAt.map((place) => [toPointer(place), pin])),
    },
    here: { says: describe(difference, here), at: `${names.spec}:${comparison.here.spec.nearestLineOf(at) ?? 1}` },
    outdated: outdated?.pointers.map(({ line, pin: was }) => ({ at: `${names.curation}:${line}`, pin: was })) ?? [],
    proposal: propose(drift, comparison, texts, names),
  };
}

function withinOf({ aspect, at, upstream, here }: Difference): string {
  if (aspect === "place") return "method and path";
  const names = (upstream ?? here)?.above;
  // That a field has to be there is told of the field.
  if (names?.part === "names" && at.at(-2) === "required")
    return placeWithin([...at.slice(0, -2), String(at.at(-1)), "required"]);
  return placeWithin(at) || (aspect === "name" ? "name" : "");
}
