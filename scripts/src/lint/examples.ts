import { formats } from "@sitebay-tickets/contract/validator-runtime";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { rulesOf } from "../generate/validator-rules.ts";
import { fromPointer, type Path } from "../spec/json-pointer.ts";
import { mappingsIn } from "../spec/mappings.ts";
import { isObject, type SpecDocument } from "../spec/spec-document.ts";
import { closed } from "./closed-schema.ts";
import type { Objection } from "./rule.ts";

/** A value that is shown as an example, and the schema that it has to obey. */
interface Shown {
  readonly path: Path;
  readonly value: unknown;
  readonly schema: Path;
  readonly what: "default" | "example";
}

/** Whether a schema is sound is another rule's: asking here as well would take longer than all else. */
const LENIENT = {
  allErrors: true,
  code: { optimize: false },
  formats: { ...formats },
  logger: false,
  meta: false,
  strict: false,
  validateSchema: false,
} as const;

/** Every example and every default obeys its schema, formats included, and has no field that the schema lacks. */
export function* examples(spec: SpecDocument): Generator<Objection> {
  const objectionsTo = judgeOf(spec);
  for (const { path, value, schema, what } of shownIn(spec)) {
    for (const { instancePath, params, message } of objectionsTo(spec.at(schema), value)) {
      const surplus: unknown = params.unevaluatedProperty;
      const at = [...fromPointer(`#${instancePath}`), ...(typeof surplus === "string" ? [surplus] : [])];
      const subject = at.length === 0 ? `the ${what}` : `${at.join(".")} in the ${what}`;
      yield {
        path: [...path, ...at],
        message: `${subject} ${surplus === undefined ? message : "is not in its schema"}`,
        fix: `show a value that the schema allows, or change the schema (line ${spec.nearestLineOf(schema)})`,
      };
    }
  }
}

/** What a schema of the spec has against a value. Of schemas that are broken themselves other rules speak. */
function judgeOf(spec: SpecDocument): (schema: unknown, value: unknown) => readonly ErrorObject[] {
  const ajv = new Ajv2020(LENIENT);
  const schemas = spec.at(["components", "schemas"]);
  const definitions = Object.entries(isObject(schemas) ? schemas : {}).flatMap(([name, schema]) =>
    isObject(schema) ? [[name, closed(spec, rulesOf(schema), false)]] : [],
  );
  ajv.addSchema({ $id: "spec", components: { schemas: Object.fromEntries(definitions) } });
  // Most schemas say the same as another one, but for what is said of them in words.
  const known = new Map<string, ValidateFunction>();
  return (schema, value) => {
    if (!isObject(schema)) return [];
    const rules = closed(spec, rulesOf(schema), true);
    const key = JSON.stringify(rules);
    try {
      const validate = known.get(key) ?? ajv.compile(rules);
      known.set(key, validate);
      return validate(value) ? [] : (validate.errors ?? []);
    } catch {
      return [];
    }
  };
}

function* shownIn(spec: SpecDocument): Generator<Shown> {
  for (const { path, value, isSchema } of mappingsIn(spec)) {
    const schema = isSchema ? path : [...path, "schema"];
    if (spec.at(schema) === undefined) continue;
    if (isSchema && value.default !== undefined)
      yield { path: [...path, "default"], value: value.default, schema, what: "default" };
    if (value.example !== undefined)
      yield { path: [...path, "example"], value: value.example, schema, what: "example" };
    if (Array.isArray(value.examples)) {
      for (const [i, item] of value.examples.entries())
        yield { path: [...path, "examples", i], value: item, schema, what: "example" };
    } else {
      for (const [name, example] of Object.entries(isObject(value.examples) ? value.examples : {})) {
        const at =
          isObject(example) && typeof example.$ref === "string" ? pathOf(example.$ref) : [...path, "examples", name];
        const shown = spec.at([...at, "value"]);
        if (shown !== undefined) yield { path: [...at, "value"], value: shown, schema, what: "example" };
      }
    }
  }
}

function pathOf(reference: string): Path {
  return reference.startsWith("#/") ? fromPointer(reference) : [];
}
