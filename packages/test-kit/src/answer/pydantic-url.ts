import { Mismatch } from "./field-error.ts";
import { plural } from "./plural.ts";

/** Converts to a URL as it is written out: both pydantic's parser and JavaScript's follow the WHATWG's standard. */
export function toUrl(input: unknown, maxLength: number | undefined): Mismatch | string {
  if (typeof input !== "string") return new Mismatch("url_type", "URL input should be a string or URL");
  if (maxLength !== undefined && [...input].length > maxLength) {
    return new Mismatch("url_too_long", `URL should have at most ${plural(maxLength, "character")}`, {
      max_length: maxLength,
    });
  }
  if (URL.canParse(input)) return new URL(input).href;
  const error = urlError(input);
  return new Mismatch("url_parsing", `Input should be a valid URL, ${error}`, { error });
}

/** Why a text is no URL, in the words of Rust's `url` crate, which pydantic parses with. */
function urlError(input: string): string {
  if (input === "") return "input is empty";
  const text = input.replaceAll(/[\t\n\r]|^[\0-\x20]+|[\0-\x20]+$/g, "");
  const [, scheme, rest = ""] = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(text) ?? [];
  if (scheme === undefined) return "relative URL without a base";
  const isSpecial = SPECIAL_SCHEMES.includes(scheme.toLowerCase());
  const authority = (isSpecial ? /^[/\\]*([^/\\?#]*)/ : /^\/\/([^/?#]*)/).exec(rest)?.[1] ?? "";
  const [, host = "", port = ""] = /^(\[[^\]]*\]?|[^:]*)(?::(.*))?$/s.exec(authority.replace(/^.*@/s, "")) ?? [];
  if (host === "") return "empty host";
  if (host.startsWith("[")) return "invalid IPv6 address";
  if (port !== "" && !(/^\d+$/.test(port) && Number(port) <= 65_535)) return "invalid port number";
  if (!isSpecial) return "invalid domain character";
  return /(?:^|\.)(?:\d+|0x[0-9a-f]*)\.?$/i.test(host) ? "invalid IPv4 address" : "invalid international domain name";
}

const SPECIAL_SCHEMES = ["file", "ftp", "http", "https", "ws", "wss"];
