import { test as base, type Route } from "@playwright/test";
import { spec } from "@sitebay-tickets/contract";
import { createTicketWorld, exchange, type TicketWorld } from "@sitebay-tickets/test-kit";

/** Playwright's `test`, each with a ticket service of its own, which answers the pages' requests. */
export const test = base.extend<{ world: TicketWorld }>({
  world: [
    async ({ context }, use) => {
      const world = createTicketWorld({ tickets: 3 });
      await context.route(`${spec.baseUrl}/**`, (route) => answer(world, route));
      await use(world);
      world.judgements.assertNone();
    },
    { auto: true },
  ],
});

async function answer(world: TicketWorld, route: Route): Promise<void> {
  const request = route.request();
  const { pathname, search } = new URL(request.url());
  const { status, headers, body, disturbance } = await exchange(world, {
    method: request.method(),
    path: pathname.slice(new URL(spec.baseUrl).pathname.length),
    query: search.slice(1),
    headers: await request.allHeaders(),
    body: request.postDataBuffer() ?? undefined,
  });
  if (disturbance?.headAfterMs) await new Promise((resolve) => setTimeout(resolve, disturbance.headAfterMs));
  // Playwright fulfils a request whole or not at all: whatever breaks off within the body breaks off before it.
  if (disturbance?.isDropped || disturbance?.breaksAfterBytes !== undefined) await route.abort("connectionreset");
  else await route.fulfill({ status, headers, body: typeof body === "string" ? body : [...body].join("") });
}
