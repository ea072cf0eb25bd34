import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { mockoonEnvironment } from "./mockoon-environment.ts";
import { writePrograms } from "./plain-programs.ts";
import type { RecordedAnswers } from "./recorded-answers.ts";

/** What the contenders read: the same data for each of them, in its own form. */
export interface BenchFiles {
  /** The folder of the peers' programs. */
  readonly programs: string;
  /** A JSON array of tickets. */
  readonly tickets: string;
  /** The API's document, its examples replaced by the recorded answers. */
  readonly document: string;
  /** Mockoon's environment. */
  readonly environment: string;
}

const spec = path.resolve(import.meta.dirname, "../../../openapi/tickets.yaml");

/** Writes the files into a folder. */
export function writeBenchFiles(folder: string, recorded: RecordedAnswers): BenchFiles {
  const write = (name: string, value: unknown) => {
    const file = path.join(folder, name);
    writeFileSync(file, JSON.stringify(value));
    return file;
  };
  const list = [...recorded].find(([{ path }]) => path === "/support/ticket")?.[1];
  return {
    programs: writePrograms(folder),
    tickets: write("tickets.json", list),
    document: write("openapi.json", documentWithExamples(recorded)),
    environment: write("environment.json", mockoonEnvironment(recorded)),
  };
}

/** Where the document shows an answer to each workload's operation and status. */
function documentWithExamples(recorded: RecordedAnswers): unknown {
  const document = parse(readFileSync(spec, "utf8"));
  for (const [{ method, path, status }, value] of recorded) {
    const template = path.replace(/\?.*/, "").replace(/(?<=ticket\/)[^/]+/, "{ticket_id}");
    const response = document.paths[template][method.toLowerCase()].responses[status];
    const declared = response.$ref ? document.components.responses[response.$ref.split("/").at(-1)] : response;
    declared.content["application/json"].examples = { recorded: { value } };
  }
  return document;
}
