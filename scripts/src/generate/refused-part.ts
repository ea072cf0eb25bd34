import type { Ajv2020, ErrorObject } from "ajv/dist/2020.js";
import { fromPointer, type Path } from "../spec/json-pointer.ts";
import { createCompiler } from "./validator-rules.ts";

/** What stands wrong in a schema that the compiler refuses. */
export interface RefusedPart {
  /** Leads there from the schema's root. */
  readonly path: Path;
  readonly reason: string;
}

/** The innermost part of a schema without which a compiler would take it. None when it takes it as it is. */
export function refusedPart(compiler: Ajv2020, rules: object): RefusedPart | undefined {
  if (!compiler.validateSchema(rules)) {
    const [deepest] = [...(compiler.errors ?? [])].sort((a, b) => b.instancePath.length - a.instancePath.length);
    return { path: fromPointer(`#${deepest?.instancePath ?? ""}`), reason: deepest ? sentence(deepest) : "no schema" };
  }
  const reason = refusalOf(compiler, rules);
  if (reason === undefined) return undefined;
  // Parts are left out in turn; what is required must not be held against the rest.
  const lenient = createCompiler({ strictRequired: false });
  return { path: refusalOf(lenient, rules) === undefined ? [] : innermost(lenient, rules, rules, []), reason };
}

function innermost(compiler: Ajv2020, rules: object, part: unknown, path: Path): Path {
  if (typeof part !== "object" || part === null) return path;
  for (const [key, inner] of Object.entries(part)) {
    const deeper = [...path, key];
    if (refusalOf(compiler, without(rules, deeper)) === undefined) return innermost(compiler, rules, inner, deeper);
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
function refusalOf(compiler: Ajv2020, rules: object): string | undefined {
  const alone = JSON.parse(JSON.stringify(rules, (key, value) => (key === "$ref" ? undefined : value)));
  try {
    compiler.compile(alone);
    return undefined;
  } catch (error) {
    const { message } = error as Error;
    return message.replace(/^strict mode: /, "").replace(/ at (?:path )?"#[^"]*"(?: \(\w+\))?$/, "");
  } finally {
    // It would be kept for ever, for a next time that never comes.
    compiler.removeSchema(alone);
  }
}

function sentence({ message, params }: ErrorObject): string {
  const allowed: unknown = params.allowedValues;
  return Array.isArray(allowed) ? `must be one of ${allowed.join(", ")}` : String(message);
}
