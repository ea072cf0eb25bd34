import type { OperationSchemas } from "@sitebay-tickets/contract/schemas";
import { jsonText } from "./json-text.ts";
import { multipartFields } from "./multipart-form.ts";
import { DEEPEST, JsonSyntaxError, parsePythonJson, UnreadableJson } from "./python-json.ts";
import { Refusal } from "./refusal.ts";
import type { ServiceRequest } from "./service-messages.ts";

/**
 * A request's body as FastAPI hands it on, or the refusal of what cannot even be read. That is
 * decided before anybody asks for a credential (fastapi/routing.py, `get_request_handler`):
 * malformed JSON is a 422, anything else that cannot be parsed a 400.
 *
 * @returns `undefined` for no body; `RawBody` where JSON was expected and something else announced;
 * `FormBody` where a form was expected
 */
export function readBody(request: ServiceRequest, declared: OperationSchemas["requestBody"]): unknown {
  if (!declared) return undefined;
  const contentType = request.headers["content-type"] ?? "";
  if (declared.contentType !== "application/json") return readForm(contentType, request.body);
  if (!request.body?.length) return undefined;
  return isJson(contentType) ? readJson(request.body) : new RawBody(request.body);
}

/** A body that was not announced as JSON. */
export class RawBody {
  /** Bytes that are no UTF-8 leave half a surrogate pair: the service cannot write such a text either. */
  readonly text: string;

  constructor(bytes: Uint8Array) {
    this.text = utf8(bytes) ?? "\ud800";
  }
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The fields of a form; those that were sent empty count as not sent. */
export class FormBody {
  readonly #values = new Map<string, string[]>();

  constructor(fields: Iterable<readonly [string, string]>) {
    for (const [name, value] of fields) this.#values.set(name, [...(this.#values.get(name) ?? []), value]);
  }

  /** Of two fields with the same name the last one counts. */
  get(name: string): string | undefined {
    return this.#values.get(name)?.at(-1) || undefined;
  }

  getAll(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }
}

function isJson(contentType: string): boolean {
  return /^\s*application\/(?:json|[^/;]*\+json)\s*(?:;|$)/i.test(contentType);
}

function readForm(contentType: string, body: Uint8Array | undefined): FormBody | Refusal {
  const fields = formFields(contentType, body);
  if (fields instanceof Refusal) return fields;
  if (fields.length <= MOST_FIELDS) return new FormBody(fields);
  return new Refusal(400, `Too many fields. Maximum number of fields is ${MOST_FIELDS}.`);
}

/** Unlike JSON's, a form's type is compared letter by letter. */
function formFields(contentType: string, body: Uint8Array | undefined): [string, string][] | Refusal {
  const type = contentType.split(";")[0]?.trim();
  if (type === "multipart/form-data") return multipartFields(contentType, body);
  if (type === "application/x-www-form-urlencoded") return [...new URLSearchParams(new TextDecoder().decode(body))];
  return [];
}

/** Starlette's limit. */
const MOST_FIELDS = 1000;

function readJson(bytes: Uint8Array): unknown {
  const text = jsonText(bytes);
  if (text === undefined) return unparsable;
  try {
    return (needsPython(text) ? parsePythonJson(text) : JSON.parse(text)) ?? undefined;
  } catch {
    return readMalformedJson(text);
  }
}

/** Python takes some texts that JavaScript refuses, and says differently what is wrong with others. */
function readMalformedJson(text: string): unknown {
  try {
    return parsePythonJson(text) ?? undefined;
  } catch (error) {
    if (error instanceof UnreadableJson) return unparsable;
    if (!(error instanceof JsonSyntaxError)) throw error;
    const { message, position } = error;
    return new Refusal(422, [
      { type: "json_invalid", loc: ["body", position], msg: "JSON decode error", input: {}, ctx: { error: message } },
    ]);
  }
}

const unparsable = new Refusal(400, "There was an error parsing the body");

/** Whether there may be numbers that JavaScript cannot hold, or brackets deep in one another; mostly there are none. */
function needsPython(text: string): boolean {
  return /(?:^|[[,:\s])-?\d+(?:[.eE]|\d{15})/.test(text) || (text.match(/[[{]/g)?.length ?? 0) > DEEPEST;
}
