const HEAD_END = "\r\n\r\n";
/** The last chunk. It cannot stand inside of compact JSON, which holds no line break. */
const LAST_CHUNK = "\r\n0\r\n\r\n";

/** Finds where each response ends, on a connection that carries one at a time; of the body it keeps nothing. */
export class ResponseReader {
  /** What came of a head that is not there as a whole. */
  #head: Buffer = Buffer.alloc(0);
  #body: Body | undefined;

  /**
   * @returns the response's status when this was the last of it
   * @throws when there is no telling where it ends, or more came than one response
   */
  take(chunk: Buffer): number | undefined {
    let bytes = chunk;
    if (!this.#body) {
      const begun = this.#head.length > 0 ? Buffer.concat([this.#head, chunk]) : chunk;
      const end = begun.indexOf(HEAD_END);
      if (end === -1) {
        this.#head = begun;
        return undefined;
      }
      this.#body = bodyAfter(begun.toString("latin1", 0, end));
      bytes = begun.subarray(end + HEAD_END.length);
    }
    const { status } = this.#body;
    if (!isComplete(this.#body, bytes)) return undefined;
    this.#body = undefined;
    this.#head = Buffer.alloc(0);
    return status;
  }
}

type Body = { readonly status: number } & ({ left: number } | { tail: string });

function bodyAfter(head: string): Body {
  const status = Number(head.slice("HTTP/1.1 ".length, "HTTP/1.1 200".length));
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) return { status, left: Number(length) };
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) return { status, tail: "\r\n" };
  throw new Error(`A response does not say how long it is:\n${head}`);
}

function isComplete(body: Body, bytes: Buffer): boolean {
  if ("left" in body) {
    body.left -= bytes.length;
    if (body.left < 0) throw new Error("More came than one response.");
    return body.left === 0;
  }
  body.tail = (body.tail + bytes.toString("latin1", Math.max(0, bytes.length - LAST_CHUNK.length))).slice(
    -LAST_CHUNK.length,
  );
  return body.tail === LAST_CHUNK;
}
