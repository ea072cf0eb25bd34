import { jsonResponse } from "../answer/json-response.ts";
import { unauthorized } from "../answer/refusal.ts";
import type { ServiceResponse } from "../answer/service-messages.ts";
import type { Disturbance } from "./disturbance.ts";
import type { Fault, FaultKind, RetryAfter } from "./fault-rule.ts";

/** What a request gets to hear, and how that reaches the client. */
export interface FaultyAnswer {
  readonly response: ServiceResponse;
  readonly disturbance?: Disturbance;
}

/** What a fault may do to the service. One that does not let it perform leaves the world as it is. */
export interface FaultyService {
  perform(): Promise<ServiceResponse>;
  /** Makes the token that was sent expire. */
  expireToken(): void;
}

/** What the request gets to hear when these faults strike it. `drift` is not ours: it is done where answers are made. */
export async function applyFaults(faults: readonly Fault[], service: FaultyService): Promise<FaultyAnswer> {
  const slow = faults.find((fault) => fault.kind === "slow");
  const other = faults.find((fault) => fault.kind !== "slow" && fault.kind !== "drift");
  const answer = other ? await applyFault(other, service) : { response: await service.perform() };
  return slow ? { ...answer, disturbance: { ...slowness(slow), ...answer.disturbance } } : answer;
}

function slowness({ headMs = 2000, chunkBytes = 1024, chunkMs = 100 }: Of<"slow">): Disturbance {
  return { headAfterMs: headMs, pace: { bytes: chunkBytes, everyMs: chunkMs } };
}

type Of<Kind extends FaultKind> = Extract<Fault, { kind: Kind }>;

async function applyFault(fault: Exclude<Fault, Of<"drift" | "slow">>, service: FaultyService): Promise<FaultyAnswer> {
  if ("performed" in fault && fault.performed) await service.perform();
  switch (fault.kind) {
    case "drop":
      return { response: text(500, ""), disturbance: { isDropped: true } };
    case "truncate":
      return { response: await service.perform(), disturbance: { breaksAfterBytes: fault.afterBytes ?? "middle" } };
    case "stall":
      return { response: await service.perform(), disturbance: stalling(fault) };
    case "malformed":
      return { response: await service.perform(), disturbance: { isCutShort: true } };
    case "wrongType":
      return { response: asType(await service.perform(), fault.contentType ?? "text/plain; charset=utf-8") };
    case "wrongShape":
      return { response: wrapped(await service.perform()) };
    case "redirect":
      return { response: redirect(fault) };
    case "html":
      return { response: htmlPage(fault) };
    case "emptyError":
      return { response: text(fault.status ?? 500, "") };
    case "rateLimit":
      return { response: jsonResponse(429, { detail: "Too Many Requests" }, retryAfterHeader(fault.retryAfter ?? 1)) };
    case "serverError":
      return { response: serverError(fault) };
    case "expireToken":
      service.expireToken();
      return { response: jsonResponse(unauthorized.status, { detail: unauthorized.detail }, unauthorized.headers) };
  }
}

function stalling({ afterBytes }: Of<"stall">): Disturbance {
  return afterBytes === undefined ? { headAfterMs: Number.POSITIVE_INFINITY } : { stallsAfterBytes: afterBytes };
}

function asType(response: ServiceResponse, contentType: string): ServiceResponse {
  return { ...response, headers: { ...response.headers, "content-type": contentType } };
}

function wrapped({ status, headers, body }: ServiceResponse): ServiceResponse {
  const data = body.kind === "list" ? [...body.items] : body.kind === "json" ? body.value : body.text;
  return { status, headers, body: { kind: "json", value: { data } } };
}

function redirect({ status = 307, location = "https://elsewhere.invalid/login" }: Of<"redirect">): ServiceResponse {
  return text(status, "", { location });
}

function htmlPage({ status = 200, retryAfter }: Of<"html">): ServiceResponse {
  const title = status === 200 ? "Please wait" : `${status} ${reasonOf(status)}`;
  const page = `<!doctype html><title>${title}</title><h1>${title}</h1><p>The service will be with you in a moment.</p>`;
  return text(status, page, { "content-type": "text/html; charset=utf-8", ...retryAfterHeader(retryAfter) });
}

function serverError({ status = 500, retryAfter }: Of<"serverError">): ServiceResponse {
  return jsonResponse(status, { detail: reasonOf(status) }, retryAfterHeader(retryAfter));
}

function text(status: number, text: string, headers: Readonly<Record<string, string>> = {}): ServiceResponse {
  return { status, headers, body: { kind: "text", text } };
}

function retryAfterHeader(retryAfter: RetryAfter | undefined): Readonly<Record<string, string>> {
  return retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
}

function reasonOf(status: number): string {
  return reasons[status] ?? "Server Error";
}

const reasons: Readonly<Record<number, string>> = {
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};
