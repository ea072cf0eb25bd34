import { type Path, toPointer } from "../../spec/json-pointer.ts";
import { type NormalForm, normalForm } from "../../spec/normal-form.ts";
import { NOWHERE, serverPrefix, serverUrl } from "../../spec/server-address.ts";
import { isObject, type SpecDocument } from "../../spec/spec-document.ts";
import { compareParts, type Findings } from "./compare-parts.ts";
import type { Difference } from "./difference.ts";
import { joinDifferences, type Met } from "./join-differences.ts";
import { type Operation, operationsOf, wirePath } from "./operations.ts";
import { pairOperations } from "./pair-operations.ts";
import { partsWithin, type Spot, spotAt } from "./spot.ts";

/** One of the two documents that are compared. */
export interface Side {
  readonly spec: SpecDocument;
  readonly form: NormalForm;
  readonly operations: readonly Operation[];
}

export interface Comparison {
  readonly upstream: Side;
  readonly here: Side;
  readonly differences: readonly Difference[];
  /** What we call a schema of the service's, where both have it. */
  readonly schemaNames: ReadonlyMap<string, string>;
}

/**
 * Where the ticket part of the service's document and our spec do not say the same on the wire.
 *
 * @param slice of the service's document, what is about tickets
 * @throws SpecError where a reference leads nowhere
 */
export function compare(slice: SpecDocument, ours: SpecDocument): Comparison {
  const upstream = sideOf(slice);
  const here = sideOf(ours);
  const met: Met[] = [];
  const lookedAt = new Map<string, Set<string>>();
  const schemaNames = new Map<string, string>();
  const collect = (operation: string | undefined): Findings => collector(operation, met, lookedAt, schemaNames);

  if (haveOtherHosts(slice, ours)) {
    const [one, other] = [upstream, here].map(({ form }) => spotAt(form, ["servers", 0, "url"], "value"));
    if (one && other) collect(undefined).differs(one, other);
  }
  const { pairs, onlyUpstream, onlyHere } = pairOperations(upstream.operations, here.operations);
  for (const { upstream: one, here: other, moved } of pairs) {
    const found = collect(other.id);
    if (moved) met.push(asMet("place", one.spot, other.spot, other.spot.written, other.id));
    // The name is how an operation that has moved was found again: it is the same in our ways.
    const isCalled: Findings["isCalled"] = (a, b) => (moved && b.part === "name" ? undefined : found.isCalled(a, b));
    compareParts(one.spot, other.spot, { ...found, isCalled });
  }
  for (const { spot, id } of onlyUpstream) collect(id).onlyUpstream(spot, ourPlace(spot.written, upstream, here));
  for (const { spot, id } of onlyHere) {
    collect(id).onlyHere(spot, ["paths", `${serverPrefix(ours)}${spot.written[1]}`, ...spot.written.slice(2)]);
  }
  for (const scheme of sharedSchemes(upstream, here)) {
    const [one, other] = [upstream, here].map(({ form }) => spotAt(form, scheme, "scheme"));
    if (one && other) compareParts(one, other, collect(undefined));
  }
  return { upstream, here, differences: joinDifferences(met, lookedAt), schemaNames };
}

function sideOf(spec: SpecDocument): Side {
  const form = normalForm(spec);
  return { spec, form, operations: operationsOf(form, serverPrefix(spec)) };
}

function collector(
  operation: string | undefined,
  met: Met[],
  lookedAt: Map<string, Set<string>>,
  schemaNames: Map<string, string>,
): Findings {
  const mark = (place: Path, user: string): void => {
    const pointer = toPointer(place);
    lookedAt.set(pointer, (lookedAt.get(pointer) ?? new Set()).add(user));
  };
  return {
    differs: (upstream, here, at = here.written) => met.push(asMet("value", upstream, here, at, operation)),
    isCalled: (upstream, here) => met.push(asMet("name", upstream, here, here.written, operation)),
    onlyUpstream: (upstream, at) => {
      const upstreamAt = upstream.used;
      met.push({ kind: "only-upstream", aspect: "value", upstream, here: undefined, at, upstreamAt, operation });
    },
    onlyHere: (here, upstreamAt) => {
      met.push({ kind: "only-here", aspect: "value", upstream: undefined, here, at: here.used, upstreamAt, operation });
      // An answer that the service does not declare is there to stay, and so is what it shares.
      if (here.part !== "response") return;
      for (const place of placesWithin(here)) mark(place, `${operation} ${here.used.at(-1)}`);
    },
    lookedAt: (place) => {
      if (operation !== undefined) mark(place, operation);
    },
    sameSchema: (theirName, ourName) => schemaNames.set(theirName, ourName),
  };
}

/** The places of ours that a thing leads to, without its own. */
function placesWithin(spot: Spot): Path[] {
  const inner = partsWithin(spot).flatMap((each) => [each.used, ...placesWithin(each)]);
  return toPointer(spot.used) === toPointer(spot.written) ? inner : [spot.written, ...inner];
}

function asMet(aspect: Met["aspect"], upstream: Spot, here: Spot, at: Path, operation: string | undefined): Met {
  return { kind: "differs", aspect, upstream, here, at, upstreamAt: upstream.written, operation };
}

/** Where an operation of the service's would stand in our document. */
function ourPlace([, template, ...rest]: Path, upstream: Side, here: Side): Path {
  const path = `${serverPrefix(upstream.spec)}${template}`;
  const prefix = serverPrefix(here.spec);
  const relative = path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
  const known = here.operations
    .map(({ spot }) => String(spot.written[1]))
    .find((each) => wirePath(each) === wirePath(relative));
  return ["paths", known ?? relative, ...rest];
}

/** A document that names no server says nothing of it. */
function haveOtherHosts(one: SpecDocument, other: SpecDocument): boolean {
  const hosts = [one, other].map((spec) => serverUrl(spec).origin);
  return !hosts.includes(new URL(NOWHERE).origin) && hosts[0] !== hosts[1];
}

/** Security schemes that the operations of both documents take. */
function sharedSchemes(upstream: Side, here: Side): Path[] {
  const [theirs, ours] = [upstream, here].map(
    ({ operations }) =>
      new Set(
        operations.flatMap(({ spot }) => {
          const security = isObject(spot.value) ? spot.value.security : undefined;
          return Array.isArray(security) ? security.filter(isObject).flatMap(Object.keys) : [];
        }),
      ),
  );
  return [...(ours ?? [])].filter((name) => theirs?.has(name)).map((name) => ["components", "securitySchemes", name]);
}
