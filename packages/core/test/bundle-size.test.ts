import path from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";

const source = (file: string) => JSON.stringify(path.join(import.meta.dirname, "../src", file));
const client = `export { bearer, createTicketClient } from ${source("index.ts")};`;
const withReport = `${client} export { report } from ${source("validation.ts")};`;

/** What a page loads of a module, with openapi-fetch and all else that it imports. */
async function bundle(module: string) {
  const entry = path.join(import.meta.dirname, "entry.js");
  const build = await rolldown({
    input: entry,
    platform: "browser",
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? module : null),
      },
    ],
  });
  const { output } = await build.generate({ format: "esm", minify: true });
  await build.close();
  const [{ code, modules }] = output;
  const files = Object.keys(modules).map((file) => path.basename(file));
  return { gzipped: gzipSync(code, { level: 9 }).length, files };
}

const validatorFiles = expect.arrayContaining(["validators.js", "schemas.ts", "validator-runtime.ts"]);

test("the whole client, openapi-fetch included, is at most 13 kB in a page, minified and gzipped", async () => {
  expect((await bundle(client)).gzipped).toBeLessThanOrEqual(13_000);
});

test("who does not ask for validation loads no validator, nor what the validators need", async () => {
  const { files } = await bundle(client);
  expect(files).toContain("transport.ts");
  expect(files.filter((file) => /validat|schemas/.test(file))).toEqual([]);
});

test("who asks for validation loads the validators", async () => {
  const { files, gzipped } = await bundle(withReport);
  expect(files).toEqual(validatorFiles);
  expect(gzipped).toBeLessThanOrEqual(21_000);
});
