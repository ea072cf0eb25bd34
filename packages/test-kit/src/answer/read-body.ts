import type { OperationSchemas } from "@sitebay-tickets/contract/schemas";
import { jsonSyntaxError } from "./json-syntax-error.ts";
import { Refusal } from "./refusal.ts";
import type { ServiceRequest } from "./service-messages.ts";

/**
 * A request's body as FastAPI hands it on, or the refusal of what cannot even be read. That is
 * decided before anybody asks for a credential (fastapi/routing.py, `get_request_handler`):
 * malformed JSON is a 422, a body that is no UTF-8 a 400.
 *
 * @returns `undefined` for no body; the text where JSON was expected and something else announced
 */
export function readBody(request: ServiceRequest, declared: OperationSchemas["requestBody"]): unknown {
  if (!declared) return undefined;
  const contentType = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (declared.contentType === FORM) return contentType === FORM ? readForm(request.body) : {};
  if (!request.body?.length) return undefined;
  const text = decodeUtf8(request.body);
  if (text === undefined) return new Refusal(400, "There was an error parsing the body");
  return /^application\/(?:json|.+\+json)$/.test(contentType) ? readJson(text) : text;
}

const FORM = "application/x-www-form-urlencoded";

function readForm(body: Uint8Array | undefined): Record<string, string> {
  const fields = new URLSearchParams(new TextDecoder().decode(body));
  // An empty field counts as one that was not sent; of two with the same name the last one counts.
  return Object.fromEntries([...fields].filter(([, value]) => value !== ""));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    const { message, position } = jsonSyntaxError(text);
    return new Refusal(422, [
      { type: "json_invalid", loc: ["body", position], msg: "JSON decode error", input: {}, ctx: { error: message } },
    ]);
  }
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
