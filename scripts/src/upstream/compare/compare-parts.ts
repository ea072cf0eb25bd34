import { isDeepStrictEqual } from "node:util";
import { type Path, toPointer } from "../../spec/json-pointer.ts";
import { isObject, type JsonObject } from "../../spec/spec-document.ts";
import { bare } from "./bare.ts";
import { comparedKeys, meaningOfSilence } from "./parts.ts";
import { differInNull, haveNothingInCommon } from "./schema-types.ts";
import { below, componentName, entriesOf, isReferredTo, type Spot, unsaid } from "./spot.ts";

/** What the walk over two parts hands over: differences, and each place of ours that it looked at. */
export interface Findings {
  readonly differs: (upstream: Spot, here: Spot, at?: Path) => void;
  readonly isCalled: (upstream: Spot, here: Spot) => void;
  readonly onlyUpstream: (upstream: Spot, at: Path) => void;
  readonly onlyHere: (here: Spot, upstreamAt: Path) => void;
  readonly lookedAt: (place: Path) => void;
  readonly sameSchema: (theirName: string, ourName: string) => void;
}

/** Compares what two documents say at one place, and at everything below it. */
export function compareParts(upstream: Spot, here: Spot, found: Findings): void {
  found.lookedAt(here.used);
  found.lookedAt(here.written);
  if (here.part === "name") compareCodeNames(upstream, here, found);
  else if (here.part === "names") compareNames(upstream, here, found);
  else if (here.part === "parameters") compareParameters(upstream, here, found);
  else if (here.part === "schemas") compareAlternatives(upstream, here, found);
  else if (here.part === "schema" && isObject(upstream.value) && isObject(here.value)) {
    compareSchemas(upstream, upstream.value, here, here.value, found);
  } else if (isObject(upstream.value) && isObject(here.value) && here.part !== "value") {
    compareKeys(upstream, upstream.value, here, here.value, found);
  } else if (!areEqual(upstream, here)) {
    found.differs(upstream, here);
  }
}

function areEqual(upstream: Spot, here: Spot): boolean {
  return isDeepStrictEqual(bare(upstream), bare(here));
}

function compareKeys(
  upstream: Spot,
  theirs: JsonObject,
  here: Spot,
  ours: JsonObject,
  found: Findings,
  but: readonly string[] = [],
): void {
  const keys = new Set([...comparedKeys(here.part, ours), ...comparedKeys(here.part, theirs)]);
  for (const key of [...keys].filter((each) => !but.includes(each))) {
    const one = sideAt(upstream, theirs, key);
    const other = sideAt(here, ours, key);
    if (one && other) compareParts(one, other, found);
    else if (one) found.onlyUpstream(one, placeFor(one, key, upstream, here));
    else if (other) found.onlyHere(other, [...upstream.written, key]);
  }
}

function sideAt(spot: Spot, value: JsonObject, key: string): Spot | undefined {
  if (value[key] !== undefined) return below(spot, key);
  const silence = meaningOfSilence(spot.part, key);
  return silence === undefined ? undefined : unsaid(spot, key, silence);
}

/** What is said beside a reference to a schema is said of this use alone. */
function placeFor(spot: Spot, key: string, upstream: Spot, here: Spot): Path {
  const isOfThisUse = here.part === "schema" && toPointer(spot.written.slice(0, -1)) === toPointer(upstream.used);
  return [...(isOfThisUse ? here.used : here.written), key];
}

function compareCodeNames(upstream: Spot, here: Spot, found: Findings): void {
  if (upstream.value !== here.value) found.isCalled(upstream, here);
}

function compareSchemas(upstream: Spot, theirs: JsonObject, here: Spot, ours: JsonObject, found: Findings): void {
  // What contains itself was compared where it began.
  if ("x-contains-itself" in theirs || "x-contains-itself" in ours) return;
  if (haveNothingInCommon(theirs, ours)) {
    // Another thing altogether: it stands where the old one is used, not wherever that is written.
    found.differs(upstream, here, here.used);
    return;
  }
  const [theirName, ourName] = [componentName(upstream), componentName(here)];
  if (theirName !== undefined && ourName !== undefined) {
    found.sameSchema(theirName, ourName);
    if (theirName !== ourName) found.isCalled(upstream, here);
  }
  const but = ["required"];
  if (differInNull(theirs.type, ours.type) && isReferredTo(here)) {
    // Whether null may stand here instead is said where a thing is referred to, not where it is written.
    found.lookedAt([...here.used, "type"]);
    found.differs(below(upstream, "type"), below(here, "type"), [...here.used, "type"]);
    but.push("type");
  }
  compareKeys(upstream, theirs, here, ours, found, but);
  const required = (spot: Spot, value: JsonObject) =>
    value.required === undefined ? unsaid(spot, "required", []) : below(spot, "required");
  // A field that one side lacks is told together with its being required.
  const fields = [theirs, ours].map(({ properties }) => new Set(Object.keys(isObject(properties) ? properties : {})));
  compareNames(required(upstream, theirs), required(here, ours), found, (name) =>
    fields.every((names) => names.has(name) === fields[0]?.has(name)),
  );
}

/** Lists whose order means nothing; a step into one is the name itself. */
function compareNames(upstream: Spot, here: Spot, found: Findings, counts = (_: string): boolean => true): void {
  const [theirs, ours] = [entriesOf(upstream), entriesOf(here)];
  found.lookedAt(here.written);
  for (const [name, spot] of [...theirs, ...ours].filter(([each]) => counts(each))) {
    found.lookedAt([...here.written, name]);
    if (!ours.has(name)) found.onlyUpstream(spot, [...here.written, name]);
    else if (!theirs.has(name)) found.onlyHere(spot, [...upstream.written, name]);
  }
}

function compareParameters(upstream: Spot, here: Spot, found: Findings): void {
  const [theirs, ours] = [parametersOf(upstream), parametersOf(here)];
  for (const [name, spot] of theirs) {
    const other = ours.get(name);
    if (other) compareParts(spot, other, found);
    else found.onlyUpstream(spot, [...here.written, spot.used.at(-1) ?? name]);
  }
  for (const [name, spot] of ours) {
    if (!theirs.has(name)) found.onlyHere(spot, [...upstream.written, spot.used.at(-1) ?? name]);
  }
}

/** A step into the parameters is the name of one. */
function parametersOf(spot: Spot): Map<string, Spot> {
  const list = Array.isArray(spot.value) ? spot.value.filter(isObject) : [];
  return new Map(
    list.map((parameter, i) => [`${parameter.in} ${parameter.name}`, below(spot, i, String(parameter.name))]),
  );
}

function compareAlternatives(upstream: Spot, here: Spot, found: Findings): void {
  const [theirs, ours] = [upstream, here].map((spot) =>
    Array.isArray(spot.value) ? spot.value.map((_, i) => below(spot, i)) : [],
  );
  const theirOwn = (theirs ?? []).filter((one) => !ours?.some((other) => areEqual(one, other)));
  const ourOwn = (ours ?? []).filter((one) => !theirs?.some((other) => areEqual(one, other)));
  if (theirOwn.length !== ourOwn.length) found.differs(upstream, here);
  else {
    for (const [i, one] of theirOwn.entries()) {
      const other = ourOwn[i];
      if (other) compareParts(one, other, found);
    }
  }
}
