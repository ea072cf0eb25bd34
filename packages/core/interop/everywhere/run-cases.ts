import { bearer, createTicketClient } from "../../src/index.ts";
import type { Case, Given, Outcome } from "./case.ts";
import { allCases } from "./cases/all-cases.ts";

/**
 * Runs every case in this runtime, one after the other.
 *
 * @param baseUrl where the worlds are served
 * @param nowhere where nobody listens
 */
export async function runCases(baseUrl: string, nowhere: string): Promise<Outcome[]> {
  const [ticket] = await createTicketClient({ baseUrl, auth: bearer("demo-token") }).tickets.list();
  if (!ticket) throw new Error(`There are no tickets at ${baseUrl}.`);
  const outcomes: Outcome[] = [];
  for (const promise of allCases) outcomes.push(await runCase(promise, baseUrl, { ticket, nowhere }));
  return outcomes;
}

async function runCase({ name, run }: Case, baseUrl: string, given: Omit<Given, "connect">): Promise<Outcome> {
  let sent = 0;
  const fetch = (request: Request) => {
    if (request.url.startsWith(baseUrl)) sent += 1;
    request.headers.set("x-mock-session", name);
    return globalThis.fetch(request);
  };
  const connect: Given["connect"] = (options) =>
    createTicketClient({
      ...{ baseUrl, fetch, auth: bearer("demo-token"), retry: { baseMs: 1, capMs: 1 } },
      ...options,
    });
  try {
    await run({ ...given, connect });
    return { name, sent };
  } catch (error) {
    return { name, sent, problem: String(error) };
  }
}
