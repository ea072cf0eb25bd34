import type { AnswerTally } from "./answer-tally.ts";
import type { ValueListener } from "./census.ts";
import { BrokenListError, type JsonBody, readArray, readValue } from "./json-body.ts";
import type { Received, ReceivedBody } from "./service-reader.ts";
import type { SpecPlaces } from "./spec-places.ts";
import { unusable } from "./stop-reason.ts";

/** What became of an answer. */
export interface Judged {
  /** How many elements it held, where it is a list; else 0. */
  readonly elements: number;
  /** Why it was of no use: `HTML instead of JSON`. */
  readonly useless?: string;
}

interface Listeners {
  readonly onValue: ValueListener;
  /** Told after each element of a list. */
  readonly onElement: (elements: number) => void;
}

/**
 * Reads an answer to its end and holds all of it against the spec.
 *
 * @param answer which answer of its operation it is, from 1
 * @throws InvalidResponseError when a list breaks off or goes wrong on its way
 */
export async function judgeAnswer(
  tally: AnswerTally,
  received: Received,
  spec: SpecPlaces,
  answer: number,
  { onValue, onElement }: Listeners,
): Promise<Judged> {
  const { operation, status, declared, departures } = tally;
  const example = () => ({ answer, pointer: "" });
  tally.judged += 1;
  if (!declared) {
    departures.add("undocumented-status", "a status that the spec does not declare", example);
    await discard(received.body);
    return { elements: 0 };
  }
  const types = spec.contentTypes(operation, declared.status);
  const isForeign = !types.includes(received.contentType);
  const body = await readBody(received.body, declared.root.schema.type === "array");
  const useless = body.kind === "no-json" ? describe(received, body) : undefined;
  // In front of a service that fails stands what knows nothing of its spec.
  if (status >= 500 && (isForeign || useless)) return { elements: 0 };
  if (isForeign) {
    departures.add("undocumented-content-type", `${typeName(received)} instead of ${types.join(" or ")}`, example);
  } else if (useless) {
    departures.add("no-json", useless, example);
  }
  switch (body.kind) {
    case "no-json":
      return { elements: 0, ...(useless && { useless }) };
    case "value":
      tally.judge(declared, body.value, answer, onValue);
      return { elements: 0 };
    case "array": {
      let elements = 0;
      try {
        for await (const element of body.elements) {
          tally.judgeElement(declared, element, elements, answer, onValue);
          elements += 1;
          onElement(elements);
        }
      } catch (error) {
        if (!(error instanceof BrokenListError)) throw error;
        throw unusable(`a list that breaks off after ${elements} of its elements`, "try again")(operation, status);
      }
      return { elements };
    }
  }
}

/** Frees the connection of an answer that nobody will read. */
export async function discard(body: ReceivedBody): Promise<void> {
  if (body.kind === "stream") await body.stream?.cancel();
}

async function readBody(body: ReceivedBody, isList: boolean): Promise<JsonBody> {
  if (body.kind === "stream") return isList ? await readArray(body.stream) : await readValue(body.stream);
  const { value } = body;
  // The client hands out as a string what it could not parse.
  return typeof value === "string" || value === undefined ? { kind: "no-json", empty: !value } : body;
}

function describe({ contentType }: Received, { empty }: { readonly empty: boolean }): string {
  if (empty) return "an empty body";
  return contentType.includes("html") ? "HTML instead of JSON" : "something that is not JSON";
}

/** A header can say anything: what does not look like a content type is not repeated. */
function typeName({ contentType }: Received): string {
  if (contentType === "") return "no content type";
  return /^[\w.+-]{1,40}\/[\w.+-]{1,60}$/.test(contentType) ? contentType : "an odd content type";
}
