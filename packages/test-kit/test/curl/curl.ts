#!/usr/bin/env node
/** As much of curl as the lines need that we tell users to paste, for machines that have no curl. */
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: "string", short: "d" },
    "data-urlencode": { type: "string", multiple: true, default: [] },
    fail: { type: "boolean", short: "f" },
    header: { type: "string", short: "H", multiple: true, default: [] },
    request: { type: "string", short: "X" },
    silent: { type: "boolean", short: "s" },
    "show-error": { type: "boolean", short: "S" },
    "write-out": { type: "string", short: "w", default: "" },
  },
});
const [url, ...others] = positionals;
if (url === undefined || others.length > 0) throw new Error(`One address, not ${JSON.stringify(positionals)}.`);

const fields = values["data-urlencode"].map((field) => {
  const [name = "", ...value] = field.split("=");
  return `${name}=${encodeURIComponent(value.join("="))}`;
});
const body = values.data ?? (fields.length > 0 ? fields.join("&") : undefined);
const headers = new Headers(
  values.header.map((line): [string, string] => {
    const [, name = "", value = ""] = /^([^:]+):\s*(.*)$/s.exec(line) ?? [];
    return [name, value];
  }),
);
if (body !== undefined && !headers.has("content-type"))
  headers.set("content-type", "application/x-www-form-urlencoded");
const response = await fetch(url, {
  method: values.request ?? (body === undefined ? "GET" : "POST"),
  headers,
  ...(body !== undefined && { body }),
});
process.stdout.write(await response.text());
process.stdout.write(values["write-out"].replace("\\n", "\n").replace("%{http_code}", String(response.status)));
if (values.fail && !response.ok) process.exitCode = 22;
