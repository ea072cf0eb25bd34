import type { ErrorObject } from "ajv/dist/2020.js";
import { fromPointer, type Path } from "../spec/json-pointer.ts";
import { createCompiler } from "./validator-rules.ts";

/** What stands wrong in a schema that the compiler refuses. */
export interface RefusedPart {
  /** Leads there from the schema's root. */
  readonly path: Path;
  readonly reason: string;
}

/** One for all: it takes a while to make. Parts are left out in turn, so `required` cannot be held against the rest. */
const compiler = createCompiler({ strictRequired: false });

/** The innermost part of a schema without which the compiler would take it. None when it takes it as it is. */
export function refusedPart(rules: unknown): RefusedPart | undefined {
  if (typeof rules !== "object" || rules === null || !compiler.validateSchema(rules)) {
    const [deepest] = [...(compiler.errors ?? [])].sort((a, b) => b.instancePath.length - a.instancePath.length);
    return { path: fromPointer(`#${deepest?.instancePath ?? ""}`), reason: deepest ? sentence(deepest) : "no schema" };
  }
  const reason = refusalOf(rules);
  return reason === undefined ? undefined : { path: innermost(rules, rules, []), reason };
}

function innermost(rules: object, part: unknown, path: Path): Path {
  if (typeof part !== "object" || part === null) return path;
  for (const [key, inner] of Object.entries(part)) {
    const deeper = [...path, key];
    if (refusalOf(without(rules, deeper)) === undefined) return innermost(rules, inner, deeper);
  }
  return path;
}

function without<Value>(value: Value, path: Path): Value {
  const [key, ...deeper] = path;
  if (typeof value !== "object" || value === null || key === undefined) return value;
  const kept = Object.entries(value).flatMap(([name, item]): [string, unknown][] => {
    if (name !== String(key)) return [[name, item]];
    return deeper.length === 0 ? [] : [[name, without(item, deeper)]];
  });
  // What an array or an object was before it lost an entry, it is afterwards.
  return (Array.isArray(value) ? kept.map(([, item]) => item) : Object.fromEntries(kept)) as Value;
}

/** References are left out: what they lead to is judged where it stands. */
function refusalOf(rules: object): string | undefined {
  try {
    compiler.compile(JSON.parse(JSON.stringify(rules, (key, value) => (key === "$ref" ? undefined : value))));
    return undefined;
  } catch (error) {
    const { message } = error as Error;
    return message.replace(/^strict mode: /, "").replace(/ at (?:path )?"#[^"]*"(?: \(\w+\))?$/, "");
  }
}

function sentence({ message, params }: ErrorObject): string {
  const allowed: unknown = params.allowedValues;
  return Array.isArray(allowed) ? `must be one of ${allowed.join(", ")}` : String(message);
}
