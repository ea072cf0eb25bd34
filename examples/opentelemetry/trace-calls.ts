import { type Span, SpanKind, SpanStatusCode, type Tracer, trace } from "@opentelemetry/api";
import type { ClientEvent } from "@sitebay-tickets/core";

/**
 * Makes a span of each attempt, below the span that is active where the client is called. Waits and
 * renewed credentials become events of that outer span.
 *
 * @example createTicketClient({ auth, onEvent: traceCalls(trace.getTracer("tickets")) })
 */
export function traceCalls(tracer: Tracer): (event: ClientEvent) => void {
  // An attempt ends with one response or failure, so that none stays here.
  const open = new Map<string, Span>();

  const end = ({ call, attempt }: { call: number; attempt: number }, describe: (span: Span) => void) => {
    const span = open.get(`${call}/${attempt}`);
    open.delete(`${call}/${attempt}`);
    if (!span) return;
    describe(span);
    span.end();
  };

  return (event) => {
    const outer = trace.getActiveSpan();
    switch (event.type) {
      case "request": {
        const attributes = {
          "http.request.method": event.method,
          "url.full": event.url,
          // The convention counts from the first attempt, which is none that was sent again.
          ...(event.attempt > 1 && { "http.request.resend_count": event.attempt - 1 }),
        };
        const name = event.operation ?? event.method;
        open.set(`${event.call}/${event.attempt}`, tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }));
        return;
      }
      case "response":
        return end(event, (span) => {
          span.setAttribute("http.response.status_code", event.status);
          if (event.bytes !== undefined) span.setAttribute("http.response.body.size", event.bytes);
          if (event.status >= 400) span.setStatus({ code: SpanStatusCode.ERROR });
        });
      case "failure":
        return end(event, (span) => span.setStatus({ code: SpanStatusCode.ERROR, message: event.reason }));
      case "retry":
        outer?.addEvent("retry", { reason: event.reason, delay_ms: event.delayMs });
        return;
      case "refresh":
        outer?.addEvent("refresh");
        return;
      case "drift":
        outer?.addEvent("drift", { schema: event.schema, at: event.at, rule: event.rule });
        return;
    }
  };
}
