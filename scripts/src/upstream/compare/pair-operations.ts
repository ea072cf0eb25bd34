import { operationName } from "./code-names.ts";
import { type Operation, wireKey } from "./operations.ts";

interface Pair {
  readonly upstream: Operation;
  readonly here: Operation;
  /** The two are told by their name to be one: on the wire they are not. */
  readonly moved: boolean;
}

interface PairedOperations {
  readonly pairs: readonly Pair[];
  readonly onlyUpstream: readonly Operation[];
  readonly onlyHere: readonly Operation[];
}

/**
 * Which of the service's operations is which of ours: first by method and path; what is left, by name,
 * for an operation that has moved.
 */
export function pairOperations(upstream: readonly Operation[], here: readonly Operation[]): PairedOperations {
  const pairs: Pair[] = [];
  let theirs = upstream;
  let ours = here;
  const pairBy = (moved: boolean, same: (one: Operation, other: Operation) => boolean): void => {
    for (const one of theirs) {
      const other = ours.find((candidate) => same(one, candidate));
      if (!other) continue;
      pairs.push({ upstream: one, here: other, moved });
      theirs = theirs.filter((each) => each !== one);
      ours = ours.filter((each) => each !== other);
    }
  };
  pairBy(false, (one, other) => wireKey(one.method, one.path) === wireKey(other.method, other.path));
  pairBy(true, (one, other) => operationName(one) === other.id);
  const place = ({ here: operation }: Pair) => here.indexOf(operation);
  return { pairs: pairs.toSorted((a, b) => place(a) - place(b)), onlyUpstream: theirs, onlyHere: ours };
}
