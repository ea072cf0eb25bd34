import type { Path } from "../spec/json-pointer.ts";
import type { SpecDocument } from "../spec/spec-document.ts";

/** What a rule has against one place of the spec. */
export interface Objection {
  readonly path: Path;
  readonly message: string;
  readonly fix: string;
}

/** Looks at a whole spec, which may be broken in any way. */
export type Rule = (spec: SpecDocument) => Iterable<Objection>;
