import { isDeepStrictEqual } from "node:util";
import type { Path } from "../spec/json-pointer.ts";
import { type NormalForm, normalForm } from "../spec/normal-form.ts";
import { isObject, type SpecDocument } from "../spec/spec-document.ts";
import { codeNameChanges } from "./code-names.ts";
import { describeModification } from "./describe-change.ts";
import { withoutFollowUps } from "./follow-ups.ts";
import { judgeChange } from "./judge-change.ts";
import { splitPairings } from "./pairings.ts";
import { placeName } from "./place-name.ts";
import { type RedoclyChange, redoclyDiff, type Side } from "./redocly-diff.ts";
import { requiredByField } from "./required-by-field.ts";
import { joinSecurity } from "./security-changes.ts";
import { type Direction, type SpecChange, VERDICTS, type Verdict, worst } from "./spec-change.ts";
import { unionChanges } from "./union-changes.ts";

/** A document together with its normal form. */
interface NormalDocument {
  readonly spec: SpecDocument;
  readonly form: NormalForm;
}

/**
 * What changed from one spec to another, worst first, in the order of the document. Each change of a
 * shared schema is told once, with all operations that it reaches.
 *
 * @throws SpecError where a reference of either document leads nowhere
 */
export async function specChanges(base: SpecDocument, head: SpecDocument): Promise<SpecChange[]> {
  const before = { spec: base, form: normalForm(base) };
  const after = { spec: head, form: normalForm(head) };
  const reported = await redoclyDiff(before.form, after.form);
  const found = splitPairings(reported, before.form.value, after.form.value);
  const unions = unionChanges(found, before.form.value, after.form.value);
  const others = withoutFollowUps(joinSecurity(unions.others, before.form.value, after.form.value));
  const placed = [
    ...requiredByField(others).map((change) => place(change, before, after, judgeChange(change, directionOf(change)))),
    ...unions.changes.map(({ change, verdict }) => place(change, before, after, verdict)),
    ...codeNameChanges(base, head),
  ];
  return inOrder(joinFields(joinOperations(placed)));
}

function place(change: RedoclyChange, base: NormalDocument, head: NormalDocument, verdict: Verdict): SpecChange {
  const document = change.head ? head : base;
  const holder = holderPath(change);
  const origin = placeOf(holder, base, head, document);
  const path = (change.head ?? change.base)?.path ?? [];
  const written = document.form.origin(path);
  const line = document.spec.lineOf(written) ?? document.spec.lineOf(origin);
  return {
    verdict,
    direction: directionOf(change),
    operations: operationsAt(document, path),
    place: placeName(document.spec, origin),
    text: textOf(change, base, head),
    at: `${document.spec.name}${line === undefined ? "" : `:${line}`}`,
  };
}

function textOf(change: RedoclyChange, base: NormalDocument, head: NormalDocument): string {
  const { kind, property } = change;
  if (kind !== "modified") {
    const { value } = change.head ?? change.base ?? {};
    return kind === "added" && isObject(value) && value.required === true ? "added, required" : kind;
  }
  if (property === "key") {
    const key = (form: NormalForm, side: Side | undefined) => form.origin(side?.path ?? []).at(-1);
    return describeModification("key", key(base.form, change.base), key(head.form, change.head));
  }
  return describeModification(property ?? "", change.base?.value, change.head?.value);
}

/** The thing that changed: for a modified property, or a key, that which has it. */
function holderPath({ kind, property, base, head }: RedoclyChange): Path {
  const path = (head ?? base)?.path ?? [];
  // A side that lacks the property points at the thing itself.
  return kind === "modified" && (property === "key" || path.at(-1) === property) ? path.slice(0, -1) : path;
}

/**
 * Where a thing is written; but where it is used, when the other document has something else there:
 * that one operation no longer answers with 404 says nothing of the shared answer.
 */
function placeOf(path: Path, base: NormalDocument, head: NormalDocument, document: NormalDocument): Path {
  const origin = document.form.origin(path);
  // Paths and parameters have no other place than their own.
  const isParameter = path[3] === "parameters" && path.length === 5;
  if (path.length < 3 || isParameter || isDeepStrictEqual(base.form.origin(path), head.form.origin(path)))
    return origin;
  return [...document.form.origin(path.slice(0, -1)), ...path.slice(-1)];
}

function directionOf({ base, head }: RedoclyChange): Direction {
  const [first, , , section] = (head ?? base)?.path ?? [];
  return first === "paths" && section === "responses" ? "response" : "request";
}

function operationsAt({ form }: NormalDocument, [first, path, method]: Path): string[] {
  const paths = form.value.paths;
  if (first === "servers") return idsIn(paths);
  if (first !== "paths" || path === undefined || !isObject(paths)) return [];
  const item = paths[path];
  return idsIn(method === undefined || !isObject(item) ? { [path]: item } : { [path]: { [method]: item[method] } });
}

function idsIn(paths: unknown): string[] {
  if (!isObject(paths)) return [];
  return Object.values(paths).flatMap((item) =>
    Object.values(isObject(item) ? item : {}).flatMap((operation) =>
      isObject(operation) && typeof operation.operationId === "string" ? [operation.operationId] : [],
    ),
  );
}

/** The same change of a shared schema, found once for each operation, becomes one. */
function joinOperations(changes: readonly SpecChange[]): SpecChange[] {
  return joinBy(
    changes,
    ({ verdict, direction, place, text }) => [verdict, direction, place, text].join("\n"),
    (same) => ({ ...same[0], operations: unique(same.flatMap(({ operations }) => operations)) }),
  );
}

/** What happened to one place at once is told in one line: `added, now required`. */
function joinFields(changes: readonly SpecChange[]): SpecChange[] {
  return joinBy(
    changes,
    ({ direction, place, operations, verdict }) =>
      [direction, place, operations.join(), verdict === "silent" ? "silent" : "heard"].join("\n"),
    (same) => ({
      ...same[0],
      verdict: worst(same.map(({ verdict }) => verdict)),
      text: unique(same.map(({ text }) => text)).join(", "),
    }),
  );
}

function joinBy<Item extends object>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  join: (same: readonly [Item, ...Item[]]) => Item,
): Item[] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()].map(join);
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}

function inOrder(changes: readonly SpecChange[]): SpecChange[] {
  return changes.toSorted((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict));
}
