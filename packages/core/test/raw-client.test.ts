import { describe, expect, test, vi } from "vitest";
import { bearer, ConnectionError, createTicketClient, InvalidResponseError } from "../src/index.ts";
import { connect } from "./support/client.ts";
import { closedPort } from "./support/closed-port.ts";
import { rejectionOf } from "./support/rejection.ts";
import { cutOff, json, raw, startService } from "./support/service.ts";
import { ticket } from "./support/tickets.ts";

const params = { path: { ticket_id: ticket.id } };

describe("client.raw is openapi-fetch over the same transport", () => {
  test("which answers with data", async () => {
    await using service = await startService(raw(503, ""), json(200, ticket));
    const { data, error, response } = await connect(service).raw.GET("/support/ticket/{ticket_id}", { params });
    expect({ data, error, status: response.status }).toEqual({ data: ticket, error: undefined, status: 200 });
    expect(response.url).toBe(`${service.baseUrl}/support/ticket/${ticket.id}`);
    expect(service.requests[1]?.headers).toMatchObject({
      authorization: "Bearer test-token",
      accept: "application/json",
    });
  });

  test("which returns a refusal instead of throwing it", async () => {
    await using service = await startService(json(404, { detail: "Not Found" }));
    const { data, error, response } = await connect(service).raw.GET("/support/ticket/{ticket_id}", { params });
    expect({ data, error, status: response.status }).toEqual({
      data: undefined,
      error: { detail: "Not Found" },
      status: 404,
    });
  });

  test("which can hand out a body as it arrives", async () => {
    await using service = await startService(json(200, [ticket]));
    const { data } = await connect(service).raw.GET("/support/ticket", { parseAs: "stream" });
    expect(await new Response(data ?? null).json()).toEqual([ticket]);
  });

  test("which throws our errors when there is no answer, or one that breaks off", async () => {
    const nowhere = connect({ baseUrl: `http://127.0.0.1:${await closedPort()}` });
    await rejectionOf(nowhere.raw.GET("/support/ticket"), ConnectionError);
    await using service = await startService(cutOff(200, "["));
    await rejectionOf(connect(service).raw.GET("/support/ticket"), InvalidResponseError);
  });

  test("which logs in without a credential", async () => {
    await using service = await startService(json(200, { access_token: "t", token_type: "bearer" }));
    await connect(service).raw.POST("/auth/jwt/login", { body: { username: "u", password: "p" } });
    expect(service.requests[0]?.headers.authorization).toBeUndefined();
  });

  test("which gives no credential to another address", async () => {
    await using service = await startService(json(200, []));
    await using other = await startService(json(200, []));
    await connect(service).raw.GET("/support/ticket", { baseUrl: other.baseUrl });
    expect(other.requests[0]?.headers.authorization).toBeUndefined();
  });
});

describe("middleware that is registered with client.raw.use", () => {
  test("sees the requests and answers of the resources too", async () => {
    await using service = await startService(json(200, []));
    const client = connect(service);
    const seen: unknown[] = [];
    client.raw.use({
      onRequest: ({ request }) => request.headers.set("X-Team", "support"),
      onResponse: ({ response }) => void seen.push(response.status),
    });
    await client.tickets.list();
    expect(service.requests[0]?.headers["x-team"]).toBe("support");
    expect(seen).toEqual([200]);
  });

  test("may answer in the service's place", async () => {
    await using service = await startService(json(500, {}));
    const client = connect(service);
    client.raw.use({ onRequest: () => Response.json([ticket]) });
    expect(await client.tickets.list()).toEqual([ticket]);
    expect(service.requests).toHaveLength(0);
  });
});

describe("the fetch that sends the requests", () => {
  test("is the global one at the time of the request", async () => {
    const client = createTicketClient({ baseUrl: "https://service.test", auth: bearer("t") });
    vi.stubGlobal("fetch", async () => Response.json([ticket]));
    try {
      expect(await client.tickets.list()).toEqual([ticket]);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test("can be another", async () => {
    const urls: string[] = [];
    const fetch = async ({ url }: Request) => {
      urls.push(url);
      return Response.json([]);
    };
    await connect({ baseUrl: "https://service.test/base/" }, { fetch }).tickets.list();
    expect(urls).toEqual(["https://service.test/base/support/ticket"]);
  });
});
