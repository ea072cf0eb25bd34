import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { compareSpecs } from "../src/diff/compare-specs.ts";
import type { Revision } from "../src/diff/revision.ts";
import { root } from "../src/repository.ts";
import { type Mutable, type Mutation, mutated } from "./support/mutable-spec.ts";

function revision(...mutations: readonly Mutation[]): Revision {
  return {
    spec: mutated("spec", ...mutations),
    kind: "file",
    read: (file) => readFileSync(path.join(root, file), "utf8"),
    list: () => [],
  };
}

async function impactOf(...mutations: readonly Mutation[]) {
  const comparison = await compareSpecs(revision(), revision(...mutations));
  const { types, columns, refused, steps } = comparison;
  return {
    comparison,
    calls: types.calls.map(({ call, what, breaking }) => `${call} ${what}${breaking ? ", breaking" : ""}`),
    columns: columns.map(({ column, what, text, breaking }) =>
      [column, what, text, breaking ? "breaking" : undefined].filter(Boolean).join(" "),
    ),
    refused: refused.map(({ operation, reason }) => `${operation}: ${reason}`),
    steps: Object.fromEntries(steps.map(({ name, step }) => [name.replace("@sitebay-tickets/", ""), step])),
  };
}

const fields = (spec: Mutable, schema: string) => spec.components.schemas[schema].properties;

describe("what a change means for the users of the packages", () => {
  test("a field that requests need from now on", async () => {
    const { comparison, ...impact } = await impactOf((spec) => {
      fields(spec, "TicketCreate").urgency = { description: "d", type: "integer", examples: [3] };
      spec.components.schemas.TicketCreate.required.push("urgency");
    });
    expect(impact).toEqual({
      calls: ["client.tickets.create takes, breaking", 'client.raw.POST("/support/ticket") takes, breaking'],
      columns: [],
      refused: ["createTicket: body/urgency is missing"],
      steps: { contract: "major", core: "major", sync: "patch", "test-kit": "major" },
    });
    expect(comparison.types.typeTestErrors).not.toEqual([]);
    expect(comparison.types.typeTestErrors[0]).toMatch(/^packages\/core\/test\/types\.ts:\d+: Argument of type/);
    const [refused] = comparison.refused;
    expect(JSON.parse(refused?.example ?? "")).not.toHaveProperty("urgency");
  });

  test("a field that answers have from now on", async () => {
    const { comparison, ...impact } = await impactOf((spec) => {
      fields(spec, "TicketReply").mood = { description: "d", type: ["string", "null"], examples: ["glad"] };
    });
    expect(impact).toEqual({
      calls: [
        "client.tickets.list returns",
        "client.tickets.get returns",
        "client.tickets.create returns",
        "client.tickets.update returns",
        "client.tickets.stream returns",
        ...impact.calls.filter((call) => call.startsWith("client.tickets.") && /team/i.test(call)),
        "client.replies.list returns",
        "client.replies.all returns",
        "client.replies.create returns",
        ...impact.calls.filter((call) => call.startsWith("client.raw")),
      ],
      columns: ["ticket_replies.csv mood appears string, may be empty"],
      refused: [],
      steps: { contract: "minor", core: "minor", sync: "minor", "test-kit": "minor" },
    });
    expect(impact.calls).toContain('client.raw.GET("/support/ticket/{ticket_id}/reply") returns');
    expect(comparison.types.typeTestErrors).toEqual([]);
  });

  test("an optional field that answers no longer have", async () => {
    const { calls, columns, steps } = await impactOf((spec) => {
      delete fields(spec, "UserLimited").is_active;
      delete fields(spec, "Ticket").category;
    });
    expect(calls).toContain("client.tickets.get returns, breaking");
    expect(calls).toContain("client.replies.create returns, breaking");
    expect(columns).toEqual([
      "tickets.csv category vanishes breaking",
      "ticket_replies.csv user_is_active vanishes breaking",
    ]);
    expect(steps).toEqual({ contract: "major", core: "major", sync: "major", "test-kit": "major" });
  });

  test("a field that may be null from now on, and one of another kind", async () => {
    const { columns, steps } = await impactOf((spec) => {
      fields(spec, "Ticket").subject.type = ["string", "null"];
      fields(spec, "Ticket").resolved_at.format = undefined;
    });
    expect(columns).toEqual([
      "tickets.csv resolved_at changes date-time, may be empty → string, may be empty breaking",
      "tickets.csv subject changes string → string, may be empty breaking",
    ]);
    expect(steps.sync).toBe("major");
  });

  test("columns in another order", async () => {
    const { columns, calls, steps, comparison } = await impactOf((spec) => {
      const { subject, ...others } = fields(spec, "Ticket");
      spec.components.schemas.Ticket.properties = { subject, ...others };
    });
    expect(columns[0]).toBe("tickets.csv subject moves");
    expect(calls).toEqual([]);
    expect(steps).toEqual({ contract: "patch", core: "patch", sync: "patch", "test-kit": "patch" });
    expect(comparison.verdict).toBe("silent");
  });

  test("limits that today's requests exceed", async () => {
    const { calls, refused, steps } = await impactOf((spec) => {
      spec.components.parameters.Size.schema.maximum = 50;
      fields(spec, "TicketCreate").subject.maxLength = 200;
      fields(spec, "TicketReplyCreate").description.type = "string";
    });
    expect(refused).toEqual(
      expect.arrayContaining([
        "createTicket: body/subject must NOT have more than 200 characters",
        "createTicketReply: body/description must be string",
        "listTicketReplies: query/size must be <= 50",
      ]),
    );
    // The types of a bound and of a length are the same; what may be null is not.
    expect(calls).toEqual([
      "client.replies.create takes, breaking",
      'client.raw.POST("/support/ticket/{ticket_id}/reply") takes, breaking',
    ]);
    expect(steps["test-kit"]).toBe("major");
  });

  test("a path parameter by another name breaks no wire, but `client.raw`", async () => {
    const { comparison, calls, refused, steps } = await impactOf((spec) => {
      spec.components.parameters.TicketId.name = "id";
      for (const template of Object.keys(spec.paths)) {
        if (!template.includes("{ticket_id}")) continue;
        spec.paths[template.replace("ticket_id", "id")] = spec.paths[template];
        delete spec.paths[template];
      }
    });
    expect(comparison.verdict).toBe("silent");
    expect(calls).toContain('client.raw.GET("/support/ticket/{ticket_id}") gone, breaking');
    expect(calls).toContain('client.raw.GET("/support/ticket/{id}") new');
    expect(comparison.types.typeTestErrors).not.toEqual([]);
    expect(refused).toEqual([]);
    expect(steps).toEqual({ contract: "major", core: "major", sync: "patch", "test-kit": "patch" });
  });

  test("a type by another name can no longer be imported", async () => {
    const { comparison, steps } = await impactOf((spec) => {
      spec.components.schemas.Unused = spec.components.schemas.LoginRequest;
      delete spec.components.schemas.LoginRequest;
      spec.paths["/auth/jwt/login"].post.requestBody.content["application/x-www-form-urlencoded"].schema.$ref =
        "#/components/schemas/Unused";
    });
    expect(comparison.types).toMatchObject({ typesGone: ["LoginRequest"], typesAdded: ["Unused"] });
    expect(steps).toEqual({ contract: "major", core: "patch", sync: "patch", "test-kit": "patch" });
  });

  test("an operation that is gone, and one that is new", async () => {
    const { calls, refused, steps } = await impactOf((spec) => {
      const item = spec.paths["/support/ticket/{ticket_id}"];
      item.put = { ...item.patch, operationId: "replaceTicket" };
      delete item.delete;
    });
    expect(calls).toEqual([
      'client.raw.DELETE("/support/ticket/{ticket_id}") gone, breaking',
      'client.raw.PUT("/support/ticket/{ticket_id}") new',
    ]);
    expect(refused).toEqual(["deleteTicket: there is no such operation any more"]);
    expect(steps).toEqual({ contract: "major", core: "major", sync: "patch", "test-kit": "major" });
  });

  test("words alone", async () => {
    const { comparison, ...impact } = await impactOf((spec) => {
      spec.components.schemas.Ticket.description = "A ticket.";
    });
    expect(impact).toEqual({
      calls: [],
      columns: [],
      refused: [],
      steps: { contract: "patch", core: "patch", sync: "patch", "test-kit": "patch" },
    });
    expect(comparison.verdict).toBe("silent");
  });

  test("nothing", async () => {
    expect(await impactOf()).toMatchObject({ comparison: { verdict: "unchanged" }, calls: [], steps: {} });
  });
});
