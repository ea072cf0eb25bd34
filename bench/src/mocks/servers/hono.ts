import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { TicketDesk } from "./ticket-desk.ts";

/** hono, with handlers written by hand: `node hono.js PORT TICKETS_FILE`. */

const [port, file = ""] = process.argv.slice(2);
const desk = TicketDesk.fromFile(file);

const app = new Hono()
  .basePath("/f/api/v1/support/ticket")
  .get("/", (c) => c.json(desk.list()))
  .post("/", async (c) => {
    const opened = desk.open(await c.req.json());
    return "ticket" in opened ? c.json(opened.ticket, 201) : c.json(opened, 422);
  })
  .get("/:id", (c) => {
    const ticket = desk.get(c.req.param("id"));
    return ticket ? c.json(ticket) : c.json({ detail: "Not Found" }, 404);
  })
  .get("/:id/reply", (c) => {
    const { page = 1, size = 50 } = c.req.query();
    const found = desk.replyPage(c.req.param("id"), Number(page), Number(size));
    return found ? c.json(found) : c.json({ detail: "Not Found" }, 404);
  });

serve({ fetch: app.fetch, port: Number(port), hostname: "127.0.0.1" });
