/**
 * The text of a JSON body. Python's `json` does not go by the content type's charset: UTF-8, UTF-16
 * and UTF-32 are told apart by the byte order mark or by where the first zeros stand.
 *
 * @returns undefined for bytes that are no text
 */
export function jsonText(bytes: Uint8Array): string | undefined {
  const encoding = encodingOf(bytes);
  if (encoding === "utf-32be" || encoding === "utf-32le") return decodeUtf32(bytes, encoding === "utf-32le");
  try {
    // A leading byte order mark is dropped.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

type Encoding = "utf-8" | "utf-16be" | "utf-16le" | "utf-32be" | "utf-32le";

/** What `json.detect_encoding` says: JSON begins with two ASCII characters, whose other bytes are zero. */
function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b, c, d] = bytes;
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "utf-32be";
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? "utf-32le" : "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (bytes.length >= 4) {
    if (a === 0) return b === 0 ? "utf-32be" : "utf-16be";
    if (b === 0) return c === 0 && d === 0 ? "utf-32le" : "utf-16le";
  } else if (bytes.length === 2) {
    if (a === 0) return "utf-16be";
    if (b === 0) return "utf-16le";
  }
  return "utf-8";
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string | undefined {
  if (bytes.length % 4 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = "";
  for (let at = 0; at < bytes.length; at += 4) {
    const codePoint = view.getUint32(at, littleEndian);
    if (codePoint > 0x10ffff) return undefined;
    text += String.fromCodePoint(codePoint);
  }
  return text.replace(/^\ufeff/, "");
}
