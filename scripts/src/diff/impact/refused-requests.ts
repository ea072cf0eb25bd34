import { formats } from "@sitebay-tickets/contract/validator-runtime";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import type { NormalForm } from "../../spec/normal-form.ts";
import { isObject, type JsonObject } from "../../spec/spec-document.ts";
import { sampleValues } from "./sample-values.ts";

/** A request that the mock answered until now, and refuses from now on. */
export interface RefusedRequest {
  readonly operation: string;
  /** What is refused: `body/urgency is missing`. */
  readonly reason: string;
  /** A request that meets it, as JSON. */
  readonly example: string;
}

/**
 * Requests that the base allows, derived from its schemas (what is required, all there is, and each
 * field at the edges of what it may be), held against the head.
 */
export function refusedRequests(base: NormalForm, head: NormalForm): RefusedRequest[] {
  const after = operationsOf(head);
  return [...operationsOf(base)].flatMap(([route, operation]): RefusedRequest[] => {
    const id = String(operation.operationId);
    const now = after.get(route);
    if (!now) return [{ operation: id, reason: "there is no such operation any more", example: route }];
    return [...refusedBodies(id, operation, now), ...refusedParameters(id, operation, now)];
  });
}

function operationsOf({ value: { paths } }: NormalForm): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const [path, item] of Object.entries(isObject(paths) ? paths : {})) {
    for (const [method, operation] of Object.entries(isObject(item) ? item : {})) {
      if (isObject(operation)) found.set(`${method.toUpperCase()} ${path}`, operation);
    }
  }
  return found;
}

function refusedBodies(operation: string, before: JsonObject, after: JsonObject): RefusedRequest[] {
  const [old, now] = [bodyOf(before), bodyOf(after)];
  if (!now) return [];
  if (!old?.required && now.required) return [{ operation, reason: "body is missing", example: "no body" }];
  if (!old) return [];
  if (old.contentType !== now.contentType) {
    return [{ operation, reason: `body must be ${now.contentType}`, example: `a body of ${old.contentType}` }];
  }
  return refusedSamples(operation, "body", old.schema, now.schema);
}

function bodyOf(operation: JsonObject) {
  const { requestBody } = operation;
  if (!isObject(requestBody) || !isObject(requestBody.content)) return undefined;
  const [entry] = Object.entries(requestBody.content);
  if (!entry || !isObject(entry[1]) || !isObject(entry[1].schema)) return undefined;
  return { required: requestBody.required === true, contentType: entry[0], schema: entry[1].schema };
}

function refusedParameters(operation: string, before: JsonObject, after: JsonObject): RefusedRequest[] {
  const old = parametersOf(before);
  return parametersOf(after).flatMap((parameter): RefusedRequest[] => {
    const place = `${parameter.in}/${parameter.name}`;
    const twin = old.find((other) => other.in === parameter.in && other.name === parameter.name);
    if (parameter.required === true && twin?.required !== true) {
      return [{ operation, reason: `${place} is missing`, example: `a request without ${parameter.name}` }];
    }
    if (!twin || !isObject(twin.schema) || !isObject(parameter.schema)) return [];
    return refusedSamples(operation, place, twin.schema, parameter.schema);
  });
}

function parametersOf(operation: JsonObject): JsonObject[] {
  return Array.isArray(operation.parameters) ? operation.parameters.filter(isObject) : [];
}

function refusedSamples(operation: string, place: string, before: JsonObject, after: JsonObject): RefusedRequest[] {
  const [wasTaken, isTaken] = [validator(before), validator(after)];
  const refused = new Map<string, RefusedRequest>();
  for (const sample of sampleValues(before)) {
    if (!wasTaken(sample) || isTaken(sample)) continue;
    for (const error of isTaken.errors ?? []) {
      const reason = reasonOf(place, error);
      if (!refused.has(reason)) refused.set(reason, { operation, reason, example: JSON.stringify(sample) });
    }
  }
  return [...refused.values()];
}

function validator(schema: JsonObject) {
  return new Ajv2020({ strict: false, allErrors: true, formats: { ...formats } }).compile(schema);
}

function reasonOf(place: string, { keyword, instancePath, params, message }: ErrorObject): string {
  const here = `${place}${instancePath}`;
  if (keyword === "required") return `${here}/${params.missingProperty} is missing`;
  if (keyword === "additionalProperties") return `${here}/${params.additionalProperty} is not known`;
  return `${here} ${message}`;
}
