import type { IncomingMessage } from "node:http";
import type { ServiceRequest } from "../answer/service-messages.ts";

/**
 * A request as it came over HTTP, read to its end.
 *
 * @returns undefined when its body is larger than anybody should send
 * @throws when the client leaves before it has sent everything
 */
export async function readRequest(incoming: IncomingMessage, basePath: string): Promise<ServiceRequest | undefined> {
  const { headers, url = "", method = "GET" } = incoming;
  // What has no body need not be waited for.
  const isEmpty = headers["content-length"] === undefined && headers["transfer-encoding"] === undefined;
  const body = isEmpty ? EMPTY : await readAll(incoming);
  if (!body) return undefined;
  const end = url.indexOf("?");
  const path = end === -1 ? url : url.slice(0, end);
  return {
    method,
    // A path outside of the base is none that the API has.
    path: path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : "",
    query: end === -1 ? "" : url.slice(end + 1),
    headers: plainHeaders(headers),
    body,
  };
}

const EMPTY = new Uint8Array();

function plainHeaders(headers: IncomingMessage["headers"]): Record<string, string | undefined> {
  const plain: Record<string, string | undefined> = {};
  // Only Set-Cookie ever comes as a list, and that is no request's.
  for (const name in headers) plain[name] = headers[name]?.toString();
  return plain;
}

/** Listens to events: an async iterator costs more than the rest of a small request. */
function readAll(incoming: IncomingMessage): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    incoming.on("data", (chunk: Uint8Array) => {
      size += chunk.length;
      // Reads on, and forgets: a client that is still sending does not listen for an answer.
      if (size <= MOST_BODY_BYTES) chunks.push(chunk);
    });
    incoming.once("end", () => resolve(size <= MOST_BODY_BYTES ? Buffer.concat(chunks) : undefined));
    incoming.once("error", reject);
  });
}

const MOST_BODY_BYTES = 10 * 1024 * 1024;
