import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Manifest } from "../src/output/manifest.ts";
import { PartialRun } from "../src/output/partial-run.ts";
import { latestRun, prepareOutput, publish } from "../src/output/publish.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const startedAt = new Date("2026-11-23T02:00:00.750Z");

/** Publishes a run with one small file. */
async function publishRun(out: string, text = "one\n"): Promise<string> {
  const run = await PartialRun.create(await prepareOutput(out), startedAt);
  const file = await run.createFile("tickets.ndjson");
  file.append(text);
  const manifest: Manifest = {
    manifestVersion: 1,
    run: run.id,
    startedAt: startedAt.toISOString(),
    finishedAt: startedAt.toISOString(),
    service: "https://service.example",
    team: null,
    tool: { name: "test", version: "0" },
    spec: { version: "1", hash: "sha256:0" },
    counts: { tickets: 1 },
    drift: { tickets: 0, places: {} },
    files: [{ ...(await file.finish()), format: "ndjson", rows: 1 }],
    previousRun: await latestRun(out),
  };
  return publish(out, run, manifest);
}

test("latest is a relative link to the run that was published last", async () => {
  const out = temporaryFolder();
  expect(await latestRun(out)).toBeNull();
  await publishRun(out);
  expect(readlinkSync(path.join(out, "latest"))).toBe("runs/2026-11-23T02-00-00Z");
  await publishRun(out, "two\n");
  expect(await latestRun(out)).toBe("2026-11-23T02-00-00Z-2");
  expect(readFileSync(path.join(out, "latest/tickets.ndjson"), "utf8")).toBe("two\n");
});

test("nothing but runs and the link stands in the output folder", async () => {
  const out = temporaryFolder();
  await publishRun(out);
  await publishRun(out);
  expect(readdirSync(out).sort()).toEqual(["latest", "runs"]);
  expect(readdirSync(path.join(out, "runs")).sort()).toEqual(["2026-11-23T02-00-00Z", "2026-11-23T02-00-00Z-2"]);
});

test("SHA256SUMS covers every other file, the manifest too", async () => {
  const folder = await publishRun(temporaryFolder());
  const sums = readFileSync(path.join(folder, "SHA256SUMS"), "utf8");
  const expected = ["tickets.ndjson", "manifest.json"].map((name) => {
    const sha256 = createHash("sha256")
      .update(readFileSync(path.join(folder, name)))
      .digest("hex");
    return `${sha256}  ${name}\n`;
  });
  expect(sums).toBe(expected.join(""));
  expect(readdirSync(folder).sort()).toEqual(["SHA256SUMS", "manifest.json", "tickets.ndjson"]);
});

test("what a run that died has left is removed by the next one", async () => {
  const out = temporaryFolder();
  const dead = path.join(await prepareOutput(out), "2026-11-22T02-00-00Z.partial");
  mkdirSync(dead);
  writeFileSync(path.join(dead, "tickets.ndjson"), "half a tick");
  await publishRun(out);
  expect(readdirSync(path.join(out, "runs"))).toEqual(["2026-11-23T02-00-00Z"]);
});

test("a link that a dead run has left half flipped is no hindrance", async () => {
  const out = temporaryFolder();
  writeFileSync(path.join(out, ".latest.next"), "");
  await publishRun(out);
  expect(await latestRun(out)).toBe("2026-11-23T02-00-00Z");
});

test("a file in the place of latest is named, not overwritten", async () => {
  const out = temporaryFolder();
  writeFileSync(path.join(out, "latest"), "mine");
  await expect(latestRun(out)).rejects.toThrow(/latest: something that is not a link/);
  expect(readFileSync(path.join(out, "latest"), "utf8")).toBe("mine");
});

test("a run that is discarded leaves nothing", async () => {
  const out = temporaryFolder();
  const runs = await prepareOutput(out);
  const run = await PartialRun.create(runs, startedAt);
  (await run.createFile("tickets.csv")).append("half");
  await run.discard();
  expect(readdirSync(runs)).toEqual([]);
});

test("a file in the way of the output folder is named", async () => {
  const file = path.join(temporaryFolder(), "taken");
  writeFileSync(file, "");
  await expect(prepareOutput(path.join(file, "out"))).rejects.toThrow(
    /Cannot write .*taken\/out: a part of the path is a file/,
  );
});
