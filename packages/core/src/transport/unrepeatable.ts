/**
 * Deno's fetch sends a request again, a POST too, when a kept connection breaks before the answer; not
 * one whose body is a stream of ours. Elsewhere a request is sent once, or nothing can be done about it.
 */
export function unrepeatable(request: Request): Request {
  if (!("Deno" in globalThis) || request.body === null) return request;
  return new Request(request, { body: request.body.pipeThrough(new TransformStream()), ...{ duplex: "half" } });
}
