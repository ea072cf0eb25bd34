import { type Path, toPointer } from "../../spec/json-pointer.ts";
import type { Spot } from "./spot.ts";

/** One point in which the service's document and ours do not say the same. */
export type Difference = Place &
  (
    | { readonly kind: "only-upstream"; readonly upstream: Spot; readonly here: undefined }
    | { readonly kind: "only-here"; readonly upstream: undefined; readonly here: Spot }
    | { readonly kind: "differs"; readonly upstream: Spot; readonly here: Spot }
  );

interface Place {
  /** What differs: what is said, what it is called, or on which method and path it is found. */
  readonly aspect: "value" | "name" | "place";
  /** Where in our document it stands, or would stand. */
  readonly at: Path;
  /** Where in the service's document it stands, or would stand: as often as it is repeated there. */
  readonly upstreamAt: readonly Path[];
  /** Our operations that it reaches, or the service's where we have none: `listTickets`, `GET /x`. */
  readonly operations: readonly string[];
  /** What else uses the same place of our document: operations for which the service agrees, or says nothing. */
  readonly agreeing: readonly string[];
}

/** Equal for what is the same difference before and after an edit elsewhere. */
export function differenceKey({ kind, aspect, at, upstreamAt }: Difference): string {
  return [kind, aspect, ...[at, ...upstreamAt].map(toPointer)].join(" ");
}
