import type { Path } from "../spec/json-pointer.ts";
import { METHODS } from "../spec/operations-in.ts";
import { isObject, type SpecDocument } from "../spec/spec-document.ts";
import { isIdentifier } from "./identifier.ts";
import { type OperationModel, readOperations } from "./operation-model.ts";

const IN_PATH_ITEM = [...METHODS, "description", "parameters", "summary"];
const PLACES = ["cookie", "header", "path", "query"];

/** Refuses operations that would be overlooked, or that no request could be made for. @throws SpecError */
export function checkPaths(spec: SpecDocument): void {
  for (const [path, item] of Object.entries(spec.object(["paths"]))) {
    const here = ["paths", path];
    if (!path.startsWith("/")) throw spec.error(here, "a path begins with a slash");
    if (!isObject(item)) throw spec.error(here, "expected a mapping here");
    for (const key of Object.keys(item)) {
      if (!IN_PATH_ITEM.includes(key) && !key.startsWith("x-"))
        throw spec.error([...here, key], `${key} is none of ${IN_PATH_ITEM.join(", ")}`);
    }
  }
  for (const operation of readOperations(spec)) checkOperation(spec, operation);
}

function checkOperation(spec: SpecDocument, operation: OperationModel): void {
  const here = ["paths", operation.path, operation.method.toLowerCase()];
  if (!isIdentifier(operation.id))
    throw spec.error([...here, "operationId"], `${operation.id} cannot be a name in code; write it in camelCase`);
  checkParameters(spec, here, operation);
  if (!operation.responses.some(({ status }) => /^2\d\d$/.test(status)))
    throw spec.error([...here, "responses"], "the operation needs a success status, such as 200");
  if (operation.requestBody) spec.object(operation.requestBody.schema);
  for (const { status, schema } of operation.responses) {
    spec.object(schema);
    checkHeaders(spec, [...here, "responses", status]);
  }
}

function checkHeaders(spec: SpecDocument, response: Path): void {
  const { path, value } = spec.resolve(response);
  if (value.headers === undefined) return;
  for (const name of Object.keys(spec.object([...path, "headers"])))
    spec.object([...spec.resolve([...path, "headers", name]).path, "schema"]);
}

function checkParameters(spec: SpecDocument, here: Path, { path, parameters }: OperationModel): void {
  const inTemplate = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
  for (const [i, { name, in: place, required, schema }] of parameters.entries()) {
    const parameter = schema.slice(0, -1);
    if (!PLACES.includes(place)) throw spec.error([...parameter, "in"], `in must be one of ${PLACES.join(", ")}`);
    if (parameters.findIndex((other) => other.name === name && other.in === place) < i)
      throw spec.error(parameter, `the ${place} parameter ${name} is declared twice`);
    if (place === "path" && !inTemplate.includes(name))
      throw spec.error(parameter, `the path ${path} has no place for {${name}}`);
    if (place === "path" && !required) throw spec.error([...parameter, "required"], `${name} is in the path: required`);
    spec.object(schema);
  }
  const declared = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
  const missing = inTemplate.find((name) => name === undefined || !declared.includes(name));
  if (missing !== undefined) throw spec.error(here.slice(0, -1), `no path parameter declares {${missing}}`);
}
