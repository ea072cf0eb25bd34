import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

/** A repository's comments and pull requests as `gh` sees them, in a file. */
export interface FakeRepository {
  readonly comments: { readonly id: number; readonly user: { readonly login: string }; body: string }[];
  readonly pulls: {
    readonly number: number;
    readonly head: string;
    readonly base: string;
    title: string;
    body: string;
  }[];
  /** Each request, as `METHOD path`. */
  readonly requests: string[];
}

const { FAKE_GH_STATE = "", GH_TOKEN } = process.env;

/** Answers one request of `gh api`. */
function answer(state: FakeRepository, method: string, url: URL, fields: Readonly<Record<string, string>>): unknown {
  const route = `${method} ${url.pathname}`;
  state.requests.push(route);
  const { body = "", title = "", head = "", base = "" } = fields;
  if (route === "GET /repos/ada/tickets/issues/7/comments") return state.comments;
  if (route === "POST /repos/ada/tickets/issues/7/comments") {
    return state.comments.push({ id: 900 + state.comments.length, user: { login: "github-actions[bot]" }, body });
  }
  if (route === "GET /repos/ada/tickets/pulls") {
    const [wantedHead, wantedBase] = [url.searchParams.get("head"), url.searchParams.get("base")];
    if (url.searchParams.get("state") !== "open") throw new Error("only open pull requests are asked for");
    return state.pulls.filter((pull) => `ada:${pull.head}` === wantedHead && pull.base === wantedBase);
  }
  if (route === "POST /repos/ada/tickets/pulls") {
    return state.pulls.push({ number: 40 + state.pulls.length, head, base, title, body });
  }
  const [, kind, id] = /^PATCH \/repos\/ada\/tickets\/(issues\/comments|pulls)\/(\d+)$/.exec(route) ?? [];
  const found =
    kind === "pulls"
      ? state.pulls.find(({ number }) => number === Number(id))
      : state.comments.find((comment) => comment.id === Number(id));
  if (!found) throw new Error(`gh: Not Found (HTTP 404): ${route}`);
  return Object.assign(found, { body });
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    method: { type: "string", default: "GET" },
    jq: { type: "string" },
    paginate: { type: "boolean" },
    silent: { type: "boolean" },
    "raw-field": { type: "string", short: "f", multiple: true, default: [] },
    field: { type: "string", short: "F", multiple: true, default: [] },
  },
});
if (positionals[0] !== "api" || positionals.length !== 2) throw new Error(`gh: unknown: ${positionals.join(" ")}`);
if (GH_TOKEN !== "a-token") throw new Error("gh: no token");

const pair = (text: string): [string, string] => [text.slice(0, text.indexOf("=")), text.slice(text.indexOf("=") + 1)];
const raw = values["raw-field"].map(pair);
const typed = values.field.map(pair).map(([name, value]) => [name, readFileSync(value.replace(/^@/, ""), "utf8")]);

const state: FakeRepository = JSON.parse(readFileSync(FAKE_GH_STATE, "utf8"));
const url = new URL(`/${positionals[1]}`, "https://api.example.com");
const answered = JSON.stringify(answer(state, values.method, url, Object.fromEntries([...raw, ...typed])));
writeFileSync(FAKE_GH_STATE, JSON.stringify(state));
if (values.jq !== undefined) {
  process.stdout.write(execFileSync("jq", ["--raw-output", values.jq], { input: answered }));
} else if (!values.silent) {
  console.log(answered);
}
