import { context, SpanStatusCode, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { ConsoleSpanExporter, SimpleSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import { createTicketClient, password } from "@sitebay-tickets/core";
import { traceCalls } from "./trace-calls.ts";

// A program of yours has its own exporter here, or has it all done by @opentelemetry/sdk-node.
context.setGlobalContextManager(new AsyncLocalStorageContextManager());
const spanProcessors = [new SimpleSpanProcessor({ exporter: new ConsoleSpanExporter() })];
const provider = new TracerProvider({ spanProcessors });
trace.setGlobalTracerProvider(provider);
const tracer = trace.getTracer("open-tickets");

const { SITEBAY_BASE_URL, SITEBAY_USERNAME = "", SITEBAY_PASSWORD = "" } = process.env;
const client = createTicketClient({
  ...(SITEBAY_BASE_URL && { baseUrl: SITEBAY_BASE_URL }),
  auth: password({ username: SITEBAY_USERNAME, password: SITEBAY_PASSWORD }),
  onEvent: traceCalls(tracer),
});

await tracer.startActiveSpan("count open tickets", async (span) => {
  try {
    let open = 0;
    for (const ticket of await client.tickets.list()) if (!ticket.resolved) open += 1;
    span.setAttribute("tickets.open", open);
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.message : String(error) });
    process.exitCode = 1;
  } finally {
    span.end();
  }
});
await provider.shutdown();
