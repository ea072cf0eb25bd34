import { InvalidResponseError, type Issue } from "../errors.ts";
import { afterAttempts, asked, type Call, factsOf, requestIdOf } from "../transport/call.ts";
import { type JsonArrayError, JsonArraySplitter } from "./json-array-splitter.ts";

/**
 * Parses the body of a success.
 *
 * @throws InvalidResponseError that tells an empty body, HTML, cut-off JSON and other text apart
 */
export function parseJsonBody(call: Call, response: Response, body: Uint8Array): unknown {
  const text = decoder.decode(body);
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the body, which may hold a token or what a customer wrote.
    throw unusableAnswer(call, response, ...whyNotJson(text));
  }
}

const decoder = new TextDecoder();

function whyNotJson(text: string): [came: string, advice: string] {
  if (text.trim() === "") return ["an empty body", "try again"];
  if (looksLikeHtml(text)) return ["HTML instead of JSON", "check the base URL"];
  if (isCutOff(text)) return [`JSON that is cut off after ${text.length} characters`, "try again"];
  return ["something that is not JSON", "check the base URL"];
}

/** Makes the error for a success that is no use. */
export function unusableAnswer(
  call: Call,
  response: Response,
  came: string,
  advice: string,
  more: { readonly issues?: readonly Issue[]; readonly cause?: JsonArrayError } = {},
): InvalidResponseError {
  const { status } = response;
  return new InvalidResponseError(
    `${asked(call)} was answered with ${came} (status ${status})${afterAttempts(call)}: ${advice}.`,
    { ...factsOf(call), status, requestId: requestIdOf(call, response), ...more },
  );
}

export function looksLikeHtml(text: string): boolean {
  return /^\s*<(?:!doctype|html|head|body|\?xml|!--)/i.test(text);
}

/** Whether brackets or a string are still open at the text's end, where nothing before it is wrong. */
function isCutOff(text: string): boolean {
  const splitter = new JsonArraySplitter();
  const encoder = new TextEncoder();
  try {
    splitter.push(encoder.encode(`[${text}`));
  } catch {
    return false;
  }
  try {
    // Closes what was opened above, and nothing else: apart, since it may be refused within an object.
    splitter.push(encoder.encode("]"));
    splitter.finish();
    return false;
  } catch {
    return true;
  }
}
