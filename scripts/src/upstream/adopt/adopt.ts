import { type Comparison, compare } from "../compare/compare.ts";
import { type Difference, differenceKey } from "../compare/difference.ts";
import { type Departure, departuresOf } from "../curation/departures.ts";
import { type Drift, explain } from "../curation/explain.ts";
import { keep } from "../curation/keep.ts";
import { covers } from "../curation/pointer-pattern.ts";
import type { TextChange } from "../yaml/text-change.ts";
import { YamlEdit } from "../yaml/yaml-edit.ts";
import { ByHand } from "./by-hand.ts";
import { editSpec } from "./edit-spec.ts";
import { parsed } from "./parsed.ts";

/** Something for each of the two files that are kept by hand: their texts, or what messages call them. */
export interface Curated {
  readonly spec: string;
  readonly curation: string;
}

export type Proposal =
  | { readonly changes: readonly (TextChange & { readonly file: string })[] }
  | { readonly byHand: string };

/** What adopting a difference would change in either file, or why that takes a person. */
export function propose(drift: Drift, comparison: Comparison, texts: Curated, names: Curated): Proposal {
  try {
    const { spec, curation } = edits(drift, comparison, texts, names);
    return {
      changes: [
        ...spec.changes.map((change) => ({ file: names.spec, ...change })),
        ...curation.changes.map((change) => ({ file: names.curation, ...change })),
      ],
    };
  } catch (error) {
    if (error instanceof ByHand) return { byHand: error.message };
    throw error;
  }
}

/**
 * The two files after a difference was adopted: tickets.yaml says what the service says, and
 * curation.yaml knows where the service has another name for it.
 *
 * @throws ByHand where that takes a person
 */
export function adopt(drift: Drift, comparison: Comparison, texts: Curated, names: Curated): Curated {
  const { spec, curation } = edits(drift, comparison, texts, names);
  const after = compare(comparison.upstream.spec, parsed(spec.text, names.spec)).differences;
  const key = differenceKey(drift.difference);
  if (drift.difference.aspect !== "name" && after.some((each) => differenceKey(each) === key)) {
    throw new ByHand("the edit that is known would not settle it");
  }
  // What the edit calls otherwise than the service does is noted at once.
  const known = new Set(comparison.differences.map(differenceKey));
  for (const each of after.filter(({ aspect }) => aspect === "name")) {
    const departures = departuresIn(curation.text, names);
    const [unexplained] = explain([each], departures).drift;
    if (unexplained && !known.has(differenceKey(each))) keep(curation, unexplained, departures);
  }
  if (drift.difference.kind === "only-here") forgetNames(curation, drift.difference, after, names);
  return { spec: spec.text, curation: curation.text };
}

/** Names that are noted for what the edit took away are noted no longer. */
function forgetNames(
  curation: YamlEdit,
  { upstreamAt }: Difference,
  after: readonly Difference[],
  names: Curated,
): void {
  for (const { departure, pointer } of explain(after, departuresIn(curation.text, names)).idle) {
    const place = ["departures", departure.index, "upstream", pointer?.text ?? ""];
    const isGone = upstreamAt.some((gone) => covers(gone.map(String), pointer?.pattern ?? []));
    if (departure.change === "renamed" && isGone && curation.has(place)) curation.remove(place);
  }
}

/** The two files after a difference was written into curation.yaml. */
export function keepOurs(drift: Drift, _: Comparison, texts: Curated, names: Curated): Curated {
  const curation = new YamlEdit(texts.curation);
  keep(curation, drift, departuresIn(texts.curation, names));
  return { ...texts, curation: curation.text };
}

function edits(drift: Drift, comparison: Comparison, texts: Curated, names: Curated) {
  const [spec, curation] = [new YamlEdit(texts.spec), new YamlEdit(texts.curation)];
  // What a thing is called in code is ours to say: the service's name is only noted.
  if (drift.difference.aspect === "name") keep(curation, drift, departuresIn(texts.curation, names));
  else editSpec(spec, drift.difference, comparison);
  return { spec, curation };
}

function departuresIn(curation: string, names: Curated): Departure[] {
  return departuresOf(parsed(curation, names.curation));
}
