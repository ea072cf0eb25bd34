import type { Call } from "../transport/call.ts";
import { JsonArrayError, JsonArraySplitter } from "./json-array-splitter.ts";
import { unusableAnswer } from "./json-body.ts";

/**
 * Reads an answer that is one JSON array, element by element, each as the bytes it came in: one batch
 * for each piece of the transfer that completed some. Leaving the loop cancels the transfer.
 *
 * @throws InvalidResponseError when the body is not one complete array, and what the transport makes
 *   of a transfer that fails
 */
export async function* readArray(
  call: Call,
  response: Response,
  body: ReadableStream<Uint8Array> | null,
): AsyncGenerator<readonly Uint8Array[], void, undefined> {
  if (response.headers.get("Content-Type")?.includes("html")) {
    body?.cancel().catch(() => undefined);
    throw unusableAnswer(call, response, "HTML instead of JSON", "check the base URL");
  }
  const splitter = new JsonArraySplitter();
  try {
    for await (const chunk of readChunks(body)) {
      const elements = splitter.push(chunk);
      if (elements.length > 0) yield elements;
    }
    splitter.finish();
  } catch (error) {
    if (!(error instanceof JsonArrayError)) throw error;
    const came = `something that is not a complete JSON array: ${error.message}`;
    throw unusableAnswer(call, response, came, error.truncated ? "try again" : "check the base URL", { cause: error });
  }
}

// Safari cannot iterate over a ReadableStream.
async function* readChunks(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = body?.getReader();
  if (!reader) return;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
