import type { Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import type { Path } from "../spec/json-pointer.ts";
import { type SpecDocument, SpecError } from "../spec/spec-document.ts";
import type { OperationModel } from "./operation-model.ts";
import { refusedPart } from "./refused-part.ts";
import { Code, header, literal } from "./source-text.ts";
import { createCompiler, rulesOf } from "./validator-rules.ts";

/** What ajv's standalone code requires from its own package, by the name that our runtime gives it. */
const RUNTIME_REQUIRES = {
  'require("ajv/dist/runtime/ucs2length").default': "ucs2length",
  'require("ajv/dist/runtime/equal").default': "equal",
};

/** Validators as plain code: nothing is compiled at run time, so they work where `eval` is forbidden. */
export function validatorsFiles(
  spec: SpecDocument,
  operations: readonly OperationModel[],
): { code: string; declarations: string } {
  const schemas = Object.keys(spec.object(["components", "schemas"]));
  const places = new Map<string, Path>(schemas.map((name) => [name, ["components", "schemas", name]]));

  /** The exported validator of the schema at a path: a component's own, or one made for this place. */
  const validatorOf = (path: Path, name: string): Code => {
    const schema = spec.object(path);
    const component =
      typeof schema.$ref === "string" && schema.$ref.startsWith("#/components/schemas/")
        ? schema.$ref.slice("#/components/schemas/".length)
        : undefined;
    if (component !== undefined) return new Code(component);
    places.set(name, path);
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

  const compiler = createCompiler();
  const code = compile(compiler, spec, places);
  checkParameters(compiler, spec, operations);
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

function compile(compiler: Ajv2020, spec: SpecDocument, places: ReadonlyMap<string, Path>): string {
  const definitions = Object.fromEntries([...places].map(([name, path]) => [name, rulesOf(spec.object(path))]));
  const rules = JSON.stringify({ $defs: definitions }).replaceAll("#/components/schemas/", "#/$defs/");
  const exported = Object.fromEntries([...places.keys()].map((name) => [name, `spec#/$defs/${name}`]));
  try {
    compiler.addSchema(JSON.parse(rules), "spec");
    return withRuntime(spec, standaloneCode.default(compiler, exported));
  } catch (cause) {
    if (cause instanceof SpecError) throw cause;
    const fresh = createCompiler();
    for (const path of places.values()) checkSchema(fresh, spec, path);
    throw spec.error(["components", "schemas"], `ajv refuses a schema: ${(cause as Error).message}`);
  }
}

/** No validator is written for a parameter, but whoever reads its schema must be able to trust it. */
function checkParameters(compiler: Ajv2020, spec: SpecDocument, operations: readonly OperationModel[]): void {
  const places = operations.flatMap(({ parameters }) => parameters.map(({ schema }) => schema));
  for (const path of new Map(places.map((place) => [place.join(), place])).values()) checkSchema(compiler, spec, path);
}

function checkSchema(compiler: Ajv2020, spec: SpecDocument, path: Path): void {
  const refused = refusedPart(compiler, rulesOf(spec.object(path)));
  if (refused) throw spec.error([...path, ...refused.path], `ajv refuses it: ${refused.reason}`);
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
