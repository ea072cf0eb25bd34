import { formats } from "@sitebay-tickets/contract/validator-runtime";
import { _, Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { isObject, type SpecDocument } from "../spec/spec-document.ts";
import type { OperationModel } from "./operation-model.ts";
import { Code, header, literal } from "./source-text.ts";

/** What ajv's standalone code requires from its own package, by the name that our runtime gives it. */
const RUNTIME_REQUIRES = {
  'require("ajv/dist/runtime/ucs2length").default': "ucs2length",
  'require("ajv/dist/runtime/equal").default': "equal",
};

const ANNOTATIONS = new Set([
  "default",
  "deprecated",
  "description",
  "example",
  "examples",
  "externalDocs",
  "readOnly",
  "title",
  "writeOnly",
  "xml",
]);

/** Validators as plain code: nothing is compiled at run time, so they work where `eval` is forbidden. */
export function validatorsFiles(
  spec: SpecDocument,
  operations: readonly OperationModel[],
): { code: string; declarations: string } {
  const schemas = Object.keys(spec.object(["components", "schemas"]));
  const inline: Record<string, unknown> = {};

  /** The exported validator of the schema at a path: a component's own, or one made for this place. */
  const validatorOf = (path: readonly (string | number)[], name: string): Code => {
    const schema = spec.object(path);
    const component =
      typeof schema.$ref === "string" && schema.$ref.startsWith("#/components/schemas/")
        ? schema.$ref.slice("#/components/schemas/".length)
        : undefined;
    if (component !== undefined) return new Code(component);
    inline[name] = schema;
    return new Code(name);
  };
  const requestBodies = Object.fromEntries(
    operations.flatMap(({ id, requestBody }) =>
      requestBody ? [[id, validatorOf(requestBody.schema, `${id}_body`)]] : [],
    ),
  );
  const responses = Object.fromEntries(
    operations.map(({ id, responses }) => [
      id,
      Object.fromEntries(responses.map(({ status, schema }) => [status, validatorOf(schema, `${id}_${status}`)])),
    ]),
  );

  const names = [...schemas, ...Object.keys(inline)];
  const code = compile(spec, { ...spec.object(["components", "schemas"]), ...inline }, names);
  return {
    code: `${header}${code}
export const validators = { ${schemas.join(", ")} };

export const requestBodyValidators = ${literal(requestBodies)};

export const responseValidators = ${literal(responses)};
`,
    declarations: `${header}import type { Validator } from "../validator.ts";
import type { OperationId } from "./operations.ts";
import type * as types from "./types.ts";

/** A validator for each schema of the API, by its name. */
export declare const validators: {
${schemas.map((name) => `  readonly ${name}: Validator<types.${name}>;\n`).join("")}};

/** For each operation that takes a body. */
export declare const requestBodyValidators: { readonly [Id in OperationId]?: Validator<unknown> };

/** For each operation, by status as the spec writes it: \`200\`, \`5XX\`. */
export declare const responseValidators: { readonly [Id in OperationId]: { readonly [status: string]: Validator<unknown> } };
`,
  };
}

function compile(spec: SpecDocument, definitions: Record<string, unknown>, names: readonly string[]): string {
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    allowUnionTypes: true,
    formats: { ...formats },
    code: { source: true, esm: true, lines: true, formats: _`formats` },
  });
  const rules = JSON.stringify({ $defs: withoutAnnotations(definitions) }).replaceAll(
    "#/components/schemas/",
    "#/$defs/",
  );
  try {
    ajv.addSchema(JSON.parse(rules), "spec");
    const generated = standaloneCode.default(
      ajv,
      Object.fromEntries(names.map((name) => [name, `spec#/$defs/${name}`])),
    );
    return withRuntime(spec, generated);
  } catch (cause) {
    throw spec.error(["components", "schemas"], `ajv refuses a schema: ${(cause as Error).message}`);
  }
}

function withRuntime(spec: SpecDocument, generated: string): string {
  let code = generated.replace(/^"use strict";\n?/, "").replace(/\n?export default [^;]*;/, "");
  const imports = ["formats"];
  for (const [call, name] of Object.entries(RUNTIME_REQUIRES)) {
    if (!code.includes(call)) continue;
    code = code.replaceAll(call, name);
    imports.push(name);
  }
  const left = /require\([^)]*\)/.exec(code);
  if (left)
    throw spec.error(
      ["components", "schemas"],
      `a schema needs ${left[0]} at run time; give validator-runtime.ts a function for it`,
    );
  return `import { ${imports.join(", ")} } from "../validator-runtime.ts";\n\n${code}`;
}

/** Drops what describes and does not judge: ajv's strict mode refuses extensions, and would carry the rest into the code. */
function withoutAnnotations(definitions: Record<string, unknown>): unknown {
  return Object.fromEntries(Object.entries(definitions).map(([name, schema]) => [name, rulesOf(schema)]));
}

function rulesOf(schema: unknown): unknown {
  if (!isObject(schema)) return schema;
  const rules = Object.entries(schema).filter(([key]) => !ANNOTATIONS.has(key) && !key.startsWith("x-"));
  return Object.fromEntries(
    rules.map(([key, rule]) => {
      if (key === "properties" || key === "$defs") return [key, withoutAnnotations(isObject(rule) ? { ...rule } : {})];
      return [key, Array.isArray(rule) ? rule.map(rulesOf) : rulesOf(rule)];
    }),
  );
}
