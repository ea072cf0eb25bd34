import { createRequire } from "node:module";
import path from "node:path";
import type { BenchFiles } from "./bench-files.ts";

/** A mock server that is measured, as a process of its own. */
export interface Contender {
  readonly name: string;
  /** What is special about how it is run. */
  readonly note: string;
  /** What the API's paths stand below. */
  readonly basePath: "" | "/f/api/v1";
  /** For Node. */
  readonly args: (port: number) => readonly string[];
}

const require = createRequire(import.meta.url);
const BASE_PATH = "/f/api/v1";

/** `sitebay-tickets-mock`, from a package's folder. */
export function ourMock(folder: string): Contender {
  return {
    name: "sitebay-tickets-mock",
    note: "as installed: state, credentials, request and response validation",
    basePath: BASE_PATH,
    args: (port) => [path.join(folder, "dist/main.js"), "--port", String(port), "--tickets", "25"],
  };
}

/** The one that the others' speed is told in. */
export function bareServer({ programs, tickets }: BenchFiles): Contender {
  return {
    name: "node:http",
    note: "handlers by hand, nothing checked but three fields of a new ticket",
    basePath: BASE_PATH,
    args: (port) => [path.join(programs, "bare.js"), String(port), tickets],
  };
}

export function otherMocks({ programs, tickets, document, environment }: BenchFiles): readonly Contender[] {
  return [
    {
      name: "hono 4.13",
      note: "the same handlers",
      basePath: BASE_PATH,
      args: (port) => [path.join(programs, "hono.js"), String(port), tickets],
    },
    {
      name: "Prism 5.16",
      note: "answers are the document's examples; requests validated; log off",
      basePath: "",
      args: (port) => [
        path.join(path.dirname(require.resolve("@stoplight/prism-cli/package.json")), "dist/index.js"),
        ...["mock", document, "--port", String(port), "--verboseLevel", "silent"],
      ],
    },
    {
      name: "Mockoon 9.9",
      note: "answers are fixed texts; a new ticket's body is checked by a rule with a JSON Schema; log off",
      basePath: BASE_PATH,
      args: (port) => [path.join(programs, "mockoon.js"), String(port), environment],
    },
  ];
}

/** What the load generator can reach at most. */
export function cannedServer({ programs }: BenchFiles): Contender {
  return {
    name: "a bare socket",
    note: "writes the same 1.5 kB whatever arrives",
    basePath: BASE_PATH,
    args: (port) => [path.join(programs, "canned.js"), String(port)],
  };
}
