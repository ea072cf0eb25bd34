import type { AnyResponse, OffSpecResponse } from "../overrides/responder.ts";

/** The response header by which an answer says that it departs from the spec on purpose, and why. */
export const OFF_SPEC_HEADER = "x-mock-off-spec";

/**
 * Marks an answer that departs from the spec on purpose, so that it is not taken for a mistake. The
 * reason is listed at the end of a test run. Takes an override's answer, or a `Response` of msw.
 *
 * @example world.override("getTicket", () => offSpec("a status to come", { status: 410, json: {} }))
 */
export function offSpec(reason: string, response: Response): Response;
export function offSpec(reason: string, response: AnyResponse): OffSpecResponse;
export function offSpec(reason: string, response: AnyResponse | Response): OffSpecResponse | Response {
  if (!(response instanceof Response)) return { ...response, offSpec: reason };
  // The same object, since msw tells its own responses by identity.
  response.headers.set(OFF_SPEC_HEADER, headerText(reason));
  return response;
}

/** A header holds no more than visible ASCII and spaces. */
export function headerText(reason: string): string {
  return reason.replaceAll(/[^\x20-\x7e]/g, "?");
}
