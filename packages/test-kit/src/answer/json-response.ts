import type { ServiceResponse } from "./service-messages.ts";

/** A response whose body is one JSON value. */
export function jsonResponse(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): ServiceResponse {
  return { status, headers: { "content-type": "application/json", ...headers }, body: { kind: "json", value } };
}
