import { readFileSync, renameSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { EditedSpec } from "./support/edited-spec.ts";
import { RepositoryCopy } from "./support/repository-copy.ts";
import { RunningCommand } from "./support/running-command.ts";

const SPEC = "openapi/tickets.yaml";
const GENERATED = "packages/contract/src/generated";
const spec = new EditedSpec().text;

/** The spec with a field more in Ticket. */
function withField(name: string): string {
  const subject = "        subject:\n          description: The request in one line.\n";
  const field = `        ${name}:\n          description: Added.\n          type: integer\n          examples: [3]\n`;
  return new EditedSpec([subject, field + subject]).text;
}

/** The command at work in a copy of the repository, ready for the first save. */
async function watching() {
  const copy = new RepositoryCopy();
  const command = new RunningCommand(copy.root, "scripts/src/generate.ts", "--watch");
  expect(await command.line()).toMatch(/^generate: all files were up to date · \d+\.\d\d s$/);
  expect(await command.line()).toBe(`generate: watching ${SPEC}, Ctrl-C ends it`);
  return { copy, command, types: () => copy.read(`${GENERATED}/types.ts`) };
}

describe("generate --watch", () => {
  test("makes files of each save, in place or by rename, and says what changed and what it wrote", async () => {
    const { copy, command, types } = await watching();

    copy.write(SPEC, withField("urgency"));
    expect(await command.line()).toMatch(
      /^generate: Ticket\.urgency added · wrote schemas\.ts, spec\.ts, tables\.ts, types\.ts, validators\.js · \d\.\d\d s$/,
    );
    expect(types()).toContain("urgency?: number;");

    copy.write("openapi/tickets.yaml~", withField("weight"));
    renameSync(path.join(copy.root, "openapi/tickets.yaml~"), path.join(copy.root, SPEC));
    expect(await command.line()).toMatch(/^generate: Ticket\.weight added, Ticket\.urgency removed · wrote /);
    expect(types()).toContain("weight?: number;");

    copy.edit(SPEC, "type: integer\n          examples: [3]", "type: string\n          examples: [heavy]");
    expect(await command.line()).toMatch(/^generate: Ticket\.weight changed: type, examples · wrote .*types\.ts/);
    expect(types()).toContain("weight?: string;");

    // As often as events of the rename may still have been on their way.
    for (const remark of ["# One.\n", "# Two.\n", "# Three.\n", "# Four.\n"]) {
      copy.edit(SPEC, "info:\n", `${remark}info:\n`);
      expect(await command.line()).toMatch(/^generate: all files were up to date · \d\.\d\d s$/);
    }
  });

  test("leaves the files alone while the spec is broken or gone, says where, and goes on", async () => {
    const { copy, command, types } = await watching();
    const before = types();

    copy.write(SPEC, spec.replace("x-retry: rejected-only", "x-retry: never"));
    const line = spec.slice(0, spec.indexOf("x-retry: rejected-only")).split("\n").length;
    expect(await command.line()).toMatch(new RegExp(`^generate: ${SPEC}:${line}: .*x-retry, one of safe`));
    expect(await command.line()).toBe("Nothing was written.");

    copy.write(SPEC, "openapi: [");
    expect(await command.line()).toMatch(new RegExp(`^generate: ${SPEC}:1: `));
    expect(await command.line()).toBe("Nothing was written.");

    rmSync(path.join(copy.root, SPEC));
    expect(await command.line()).toBe(`generate: ${SPEC}: cannot read it: there is no such file`);
    expect(await command.line()).toBe("Nothing was written.");
    expect(types()).toBe(before);

    copy.write(SPEC, withField("urgency"));
    await command.linesUntil(/Ticket\.urgency added/);
    expect(types()).toContain("urgency?: number;");
  });

  test("ends a burst of saves with the last one", async () => {
    const { copy, command, types } = await watching();
    for (let i = 0; i < 20; i += 1) copy.write(SPEC, withField(`step_${i}`));
    await command.linesUntil(/Ticket\.step_19 added/);
    expect(types()).toContain("step_19");

    // What was saved again without a change is no news.
    for (let i = 0; i < 5; i += 1) copy.write(SPEC, withField("step_19"));
    copy.write(SPEC, spec);
    expect(await command.line()).toMatch(/^generate: Ticket\.step_19 removed/);
  });

  test("never shows half a file to who reads meanwhile", async () => {
    const { copy, command } = await watching();
    const file = path.join(copy.root, GENERATED, "validators.js");
    const whole = new Set([readFileSync(file, "utf8")]);
    const seen = new Set<string>();
    let isOver = false;
    const reading = (async () => {
      while (!isOver) seen.add(await readFile(file, "utf8"));
    })();
    for (let i = 0; i < 10; i += 1) {
      copy.write(SPEC, withField(`step_${i}`));
      await command.linesUntil(new RegExp(`Ticket\\.step_${i} added`));
      whole.add(readFileSync(file, "utf8"));
    }
    isOver = true;
    await reading;
    expect(whole.size).toBe(11);
    expect(seen.size).toBeGreaterThan(2);
    for (const text of seen) expect(whole.has(text)).toBe(true);
  });

  test("says so when there is no folder to watch", () => {
    const copy = new RepositoryCopy();
    rmSync(path.join(copy.root, "openapi"), { recursive: true });
    expect(copy.node("scripts/src/generate.ts", "--watch")).toEqual({
      code: 1,
      stdout: "",
      stderr: "generate: openapi: cannot watch the folder: no such file or directory\nNothing was written.\n",
    });
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("ends with %s, silently", async (signal, code) => {
    const { command } = await watching();
    expect(await command.stop(signal)).toEqual({ code, lines: [] });
  });
});
