import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterEach, describe, expect, test } from "vitest";
import { createTicketWorld } from "../src/index.ts";
import { handlers } from "../src/msw.ts";
import { describeService } from "./service-suite.ts";

const network = setupServer();

describeService("over msw in Node", {
  async start(world) {
    network.use(...handlers(world));
    network.listen();
    return "https://my.sitebay.org/f/api/v1";
  },
  async stop() {
    network.close();
    network.resetHandlers();
  },
});

describe("msw handlers", () => {
  afterEach(() => {
    network.close();
    network.resetHandlers();
  });

  test("can be overridden one operation at a time", async () => {
    const world = createTicketWorld({ tickets: 2 });
    const [ticket] = world.listTickets();
    network.use(...handlers(world, { baseUrl: "http://tickets.example/api/" }));
    network.use(http.get("http://tickets.example/api/support/ticket", () => HttpResponse.json([])));
    network.listen();
    const headers = { authorization: "Bearer demo-token" };
    const list = await fetch("http://tickets.example/api/support/ticket", { headers });
    expect(await list.json()).toEqual([]);
    const one = await fetch(`http://tickets.example/api/support/ticket/${ticket?.id}`, { headers });
    expect(await one.json()).toEqual(ticket);
  });

  test("stream a long list: who reads its beginning waits for no more than that", async () => {
    network.use(...handlers(createTicketWorld({ tickets: 1_000_000 })));
    network.listen();
    const response = await fetch("https://my.sitebay.org/f/api/v1/support/ticket", {
      headers: { authorization: "Bearer demo-token" },
    });
    const reader = response.body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    expect(new TextDecoder().decode(value)).toMatch(/^\[\{"category":/);
    await reader?.cancel();
  });
});
