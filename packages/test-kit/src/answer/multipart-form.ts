import { Refusal } from "./refusal.ts";

/**
 * The text fields of a `multipart/form-data` body, which the service takes wherever it takes a form.
 *
 * @param contentType the request's, with its boundary
 * @returns names and values in order; the refusal of a body that is no such form
 */
export function multipartFields(contentType: string, body: Uint8Array | undefined): [string, string][] | Refusal {
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  if (!boundary) return new Refusal(400, "Missing boundary in multipart.");
  const text = new TextDecoder().decode(body);
  const parts = `\r\n${text}`.split(`\r\n--${boundary[1] ?? boundary[2]}`).slice(1);
  return parts.flatMap((part) => fieldOf(part) ?? []);
}

function fieldOf(part: string): [[string, string]] | undefined {
  const headEnd = part.indexOf("\r\n\r\n");
  const name = /^content-disposition:[^\r\n]*[;\s]name="([^"]*)"/im.exec(part.slice(0, Math.max(headEnd, 0)))?.[1];
  return name === undefined ? undefined : [[name, part.slice(headEnd + 4)]];
}
