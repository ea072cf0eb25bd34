import type { Path } from "../spec/json-pointer.ts";
import { METHODS } from "../spec/operations-in.ts";
import { isObject, type JsonObject, type SpecDocument } from "../spec/spec-document.ts";

/** One operation of the spec, references resolved, with the place of each schema in the document. */
export interface OperationModel {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly retry: RetryClass;
  readonly secured: boolean;
  readonly parameters: readonly ParameterModel[];
  readonly requestBody: RequestBodyModel | undefined;
  readonly responses: readonly ResponseModel[];
}

interface ParameterModel {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: Path;
}

interface RequestBodyModel {
  readonly required: boolean;
  readonly contentType: string;
  readonly schema: Path;
}

interface ResponseModel {
  readonly status: string;
  readonly schema: Path;
}

const RETRY_CLASSES = ["safe", "rejected-only"] as const;
type RetryClass = (typeof RETRY_CLASSES)[number];

/** Reads every operation of the spec, in the order of the document. */
export function readOperations(spec: SpecDocument): OperationModel[] {
  const operations: OperationModel[] = [];
  for (const [path, item] of Object.entries(spec.object(["paths"]))) {
    if (!isObject(item)) throw spec.error(["paths", path], "expected a mapping here");
    for (const method of Object.keys(item).filter((key) => METHODS.includes(key))) {
      const operation = readOperation(spec, path, method);
      const twin = operations.find((other) => other.id === operation.id);
      if (twin)
        throw spec.error(
          ["paths", path, method, "operationId"],
          `${operation.id} is also the id of ${twin.method} ${twin.path}`,
        );
      operations.push(operation);
    }
  }
  return operations;
}

function readOperation(spec: SpecDocument, path: string, method: string): OperationModel {
  const here = ["paths", path, method];
  const operation = spec.object(here);
  const id = operation.operationId;
  if (typeof id !== "string" || id === "") throw spec.error(here, "the operation needs an operationId");
  const retry = RETRY_CLASSES.find((name) => name === operation["x-retry"]);
  if (!retry) throw spec.error([...here, "x-retry"], `the operation needs x-retry, one of ${RETRY_CLASSES.join(", ")}`);
  if (operation.responses === undefined) throw spec.error(here, "the operation needs responses");
  return {
    id,
    method: method.toUpperCase(),
    path,
    retry,
    secured: readSecurity(spec, operation.security === undefined ? ["security"] : [...here, "security"]).length > 0,
    parameters: [
      ...readParameters(spec, ["paths", path, "parameters"]),
      ...readParameters(spec, [...here, "parameters"]),
    ],
    requestBody: operation.requestBody === undefined ? undefined : readRequestBody(spec, [...here, "requestBody"]),
    responses: Object.keys(spec.object([...here, "responses"])).map((status) => {
      const response = spec.resolve([...here, "responses", status]);
      return { status, schema: onlyContent(spec, response).schema };
    }),
  };
}

function readSecurity(spec: SpecDocument, here: Path): readonly unknown[] {
  const list = spec.at(here) ?? [];
  if (!Array.isArray(list)) throw spec.error(here, "expected a list of security requirements");
  return list;
}

function readParameters(spec: SpecDocument, here: Path): ParameterModel[] {
  const list = spec.at(here) ?? [];
  if (!Array.isArray(list)) throw spec.error(here, "expected a list of parameters");
  return list.map((_, i) => {
    const { path, value } = spec.resolve([...here, i]);
    const { name } = value;
    if (typeof name !== "string") throw spec.error(path, "the parameter needs a name");
    return { name, in: String(value.in), required: value.required === true, schema: [...path, "schema"] };
  });
}

function readRequestBody(spec: SpecDocument, here: Path): RequestBodyModel {
  const body = spec.resolve(here);
  return { required: body.value.required === true, ...onlyContent(spec, body) };
}

function onlyContent(
  spec: SpecDocument,
  holder: { readonly path: Path; readonly value: JsonObject },
): { contentType: string; schema: Path } {
  const types = isObject(holder.value.content) ? Object.keys(holder.value.content) : [];
  const [contentType] = types;
  if (contentType === undefined || types.length > 1)
    throw spec.error(holder.path, "expected exactly one media type in content");
  return { contentType, schema: [...holder.path, "content", contentType, "schema"] };
}
