import { operations } from "@sitebay-tickets/contract";
import {
  AuthenticationError,
  type ErrorFacts,
  InvalidRequestError,
  InvalidResponseError,
  type Issue,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServiceError,
  type TicketApiError,
} from "../errors.ts";
import { afterAttempts, asked, type Call, factsOf, requestIdOf } from "../transport/call.ts";
import { parseRetryAfter } from "../transport/retry-timing.ts";
import { looksLikeHtml } from "./json-body.ts";

interface Verdict {
  readonly make: new (message: string, facts: ErrorFacts) => TicketApiError;
  /** What happened, after "GET https://…". */
  readonly came: string;
  readonly advice: string;
}

/**
 * Makes the error for an answer that is no success.
 *
 * @param body what openapi-fetch made of the body: JSON, a text, or undefined
 */
export function responseError(call: Call, response: Response, body: unknown): TicketApiError {
  const { status } = response;
  const { detail, issues } = readExplanation(call, body);
  const retryAfterMs = parseRetryAfter(response.headers.get("Retry-After"), Date.now());
  const { make, came, advice } = judge(call, status, retryAfterMs);
  const said = [`status ${status}`, detail && `"${oneLine(detail)}"`, describeBody(body)].filter(Boolean).join(", ");
  const listed = issues.length === 0 ? "" : ` ${issues.map((issue) => oneLine(describeIssue(issue))).join("; ")}.`;
  return new make(`${asked(call)} ${came}${afterAttempts(call)} (${said}): ${advice}.${listed}`, {
    ...factsOf(call),
    status,
    requestId: requestIdOf(call, response),
    retryAfterMs,
    detail,
    issues,
  });
}

function judge(call: Call, status: number, retryAfterMs: number | undefined): Verdict {
  const later = retryAfterMs === undefined ? "try again later" : `come back in ${Math.ceil(retryAfterMs / 1_000)} s`;
  if (call.operation === "login" && (status === 400 || status === 401)) {
    return { make: AuthenticationError, came: "was refused", advice: "check the user name and the password" };
  }
  switch (status) {
    case 401:
      return { make: AuthenticationError, came: "was refused", advice: "check the credential; it may have expired" };
    case 403:
      return { make: PermissionError, came: "is not allowed", advice: "use a credential with more rights" };
    case 404:
      return {
        make: NotFoundError,
        came: "found nothing",
        advice: takesId(call) ? "check the id" : "check the base URL",
      };
    case 408:
      return { make: ServiceError, came: "took the service too long", advice: later };
    case 429:
      return { make: RateLimitError, came: "was one request too many", advice: later };
  }
  if (status >= 500) return { make: ServiceError, came: "failed at the service", advice: later };
  if (status >= 400) return { make: InvalidRequestError, came: "was rejected", advice: "change the request" };
  // A browser hides a redirect that is not followed behind status 0.
  return { make: InvalidResponseError, came: "was redirected", advice: "check the base URL" };
}

function takesId({ operation }: Call): boolean {
  return operation !== undefined && operations[operation].pathParameters.length > 0;
}

function readExplanation(call: Call, body: unknown): { detail: string | undefined; issues: readonly Issue[] } {
  const detail = typeof body === "object" && body !== null && "detail" in body ? body.detail : undefined;
  if (typeof detail === "string") return { detail: call.redaction.text(detail), issues: [] };
  const entries: readonly unknown[] = Array.isArray(detail) ? detail : [];
  return { detail: undefined, issues: entries.flatMap((entry) => readIssue(call, entry)) };
}

// The service's framework adds the offending input, which may be a secret: only what is named goes on.
function readIssue({ redaction }: Call, entry: unknown): Issue[] {
  if (typeof entry !== "object" || entry === null) return [];
  if (!("loc" in entry && "msg" in entry && "type" in entry)) return [];
  const { loc, msg, type } = entry;
  if (!Array.isArray(loc) || typeof msg !== "string" || typeof type !== "string") return [];
  const path = loc.filter((step) => typeof step === "string" || typeof step === "number");
  return [{ loc: path, msg: redaction.text(msg), type }];
}

function describeIssue({ loc, msg }: Issue): string {
  return `${loc.join(".")}: ${msg}`;
}

function describeBody(body: unknown): string | undefined {
  if (body === undefined || body === "") return "empty body";
  return typeof body === "string" && looksLikeHtml(body) ? "HTML instead of JSON" : undefined;
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
