import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { runRedocly } from "../spec/redocly-cli.ts";
import type { JsonObject } from "../spec/spec-document.ts";
import { SCHEMAS_TAG } from "./subject-link.ts";

const template = path.join(import.meta.dirname, "page.hbs");

/** Redoc's own name beside its attribution, which it would load from its makers' servers. */
const LOGO = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="34" height="12"><text y="10" font-family="sans-serif" font-size="11" fill="#777">Redoc</text></svg>',
)}`;

/** The document as one HTML page which loads nothing. The same document gives the same bytes. */
export async function referencePage(document: JsonObject): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "sitebay-tickets-docs-"));
  try {
    writeFileSync(path.join(folder, "document.json"), JSON.stringify(document));
    const options = JSON.stringify({ schemaDefinitionsTagName: SCHEMAS_TAG, hideDownloadButtons: true });
    const args = ["document.json", "--output", "page.html", "--template", template, "--openapi", options];
    const { status, stdout, stderr } = await runRedocly(["build-docs", ...args, "--inlineBundle"], folder);
    if (status !== 0) throw new Error(`redocly build-docs ended with status ${status}:\n${stderr || stdout}`);
    return readFileSync(path.join(folder, "page.html"), "utf8").replaceAll(
      /https:\/\/cdn\.redoc\.ly\/redoc\/logo-[\w-]+\.svg/g,
      LOGO,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
