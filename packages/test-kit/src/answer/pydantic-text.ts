import type { JsonSchema } from "@sitebay-tickets/contract/schemas";
import { Mismatch, notText } from "./field-error.ts";
import { plural } from "./plural.ts";
import { toEmail } from "./pydantic-email.ts";
import { toDate, toDateTime } from "./pydantic-time.ts";
import { toUrl } from "./pydantic-url.ts";
import { toUuid } from "./pydantic-uuid.ts";

/** Converts to a text of the schema's format as pydantic's lax mode does, or says why it cannot be. */
export function toText(input: unknown, schema: JsonSchema): Mismatch | string {
  switch (schema.format) {
    case "date":
      return toDate(input);
    case "date-time":
      return toDateTime(input);
    case "email":
      return toEmail(input);
    case "uri":
      return toUrl(input, schema.maxLength);
    case "uuid":
    case "uuid4":
      return toUuid(input, schema.format);
    default:
      if (typeof input !== "string") return notText;
      return limitMismatch(input, schema) ?? input;
  }
}

function limitMismatch(text: string, { minLength, maxLength, pattern }: JsonSchema): Mismatch | undefined {
  if (minLength === undefined && maxLength === undefined && pattern === undefined) return undefined;
  // A text of no limits is taken as it is, half a surrogate pair included.
  if (!text.isWellFormed()) {
    const msg = "Input should be a valid string, unable to parse raw data as a unicode string";
    return new Mismatch("string_unicode", msg);
  }
  const length = [...text].length;
  if (minLength !== undefined && length < minLength) {
    const msg = `String should have at least ${plural(minLength, "character")}`;
    return new Mismatch("string_too_short", msg, { min_length: minLength });
  }
  if (maxLength !== undefined && length > maxLength) {
    const msg = `String should have at most ${plural(maxLength, "character")}`;
    return new Mismatch("string_too_long", msg, { max_length: maxLength });
  }
  if (pattern !== undefined && !new RegExp(pattern, "u").test(text)) {
    return new Mismatch("string_pattern_mismatch", `String should match pattern '${pattern}'`, { pattern });
  }
  return undefined;
}
