import { UpstreamError } from "./upstream-error.ts";

/** More bytes than any API's description has. */
export const LARGEST = 64 * 2 ** 20;

/** All bytes of a stream as text. @throws UpstreamError when there are too many */
export async function readAtMost(stream: AsyncIterable<Uint8Array>, name: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > LARGEST) throw new UpstreamError(name, "is larger than 64 MB: no OpenAPI document");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
