import type { Path } from "../spec/json-pointer.ts";
import { isObject, type SpecDocument } from "../spec/spec-document.ts";

/**
 * What people call a place of the spec: `Ticket.ticket_replies[]`, `query parameter size`,
 * `POST /support/ticket request body`.
 */
export function placeName(spec: SpecDocument, path: Path): string {
  const [first, second, third] = path;
  if (first === "components" && second === "schemas") return `${third}${schemaSteps(path.slice(3))}`;
  if (first === "components" && second === "parameters") return parameterName(spec, path, 3);
  if (first === "components") return `${COMPONENTS[String(second)] ?? second} ${third}${messageSteps(path.slice(3))}`;
  if (first === "paths" && third === "parameters") return parameterName(spec, path, 4);
  if (first === "paths" && third === undefined) return String(second ?? "paths");
  if (first === "paths") {
    if (path[3] === "parameters") return parameterName(spec, path, 5);
    const operation = `${String(third).toUpperCase()} ${second}`;
    return path[3] === "security" ? `${operation} credentials` : `${operation}${messageSteps(path.slice(3))}`;
  }
  return TOP_LEVEL[String(first)] ?? String(first);
}

const COMPONENTS: Readonly<Record<string, string>> = {
  examples: "example",
  headers: "header",
  requestBodies: "request body",
  responses: "answer",
  securitySchemes: "credential",
};

const TOP_LEVEL: Readonly<Record<string, string>> = {
  info: "the document",
  security: "credentials",
  servers: "server",
};

function parameterName(spec: SpecDocument, path: Path, length: number): string {
  const parameter = spec.at(path.slice(0, length));
  const name = isObject(parameter) ? `${parameter.in} parameter ${parameter.name}` : "parameter";
  return `${name}${schemaSteps(path.slice(length + 1))}`;
}

/** Below an operation or one of its messages. */
function messageSteps(path: Path): string {
  const [step, name, ...rest] = path;
  if (step === undefined) return "";
  if (step === "requestBody") return ` request body${messageSteps(path.slice(1))}`;
  if (step === "responses") return name === undefined ? " answers" : ` answer ${name}${messageSteps(rest)}`;
  if (step === "headers") return name === undefined ? " headers" : ` header ${name}${messageSteps(rest)}`;
  if (step === "content" && name !== undefined) {
    // The usual one goes without saying.
    if (name === "application/json" && rest.length > 0) return messageSteps(rest);
    return ` ${name}${messageSteps(rest)}`;
  }
  return step === "schema" ? schemaSteps(path.slice(1)) : "";
}

function schemaSteps(path: Path): string {
  const [step, name, ...rest] = path;
  if (step === "properties" && name !== undefined) return `.${name}${schemaSteps(rest)}`;
  if (step === "items") return `[]${schemaSteps(path.slice(1))}`;
  if (step === "additionalProperties") return `.*${schemaSteps(path.slice(1))}`;
  if (["allOf", "anyOf", "oneOf"].includes(String(step)) && name !== undefined) return schemaSteps(rest);
  return "";
}
