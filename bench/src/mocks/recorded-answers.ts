import { isDeepStrictEqual } from "node:util";
import type { Workload } from "./workloads.ts";

/** What our mock says to each workload: what all others must say too. */
export type RecordedAnswers = ReadonlyMap<Workload, unknown>;

/** Asks for every workload once. @throws when the status is not the expected one */
export async function recordAnswers(baseUrl: string, workloads: readonly Workload[]): Promise<RecordedAnswers> {
  const answers = new Map<Workload, unknown>();
  for (const workload of workloads) answers.set(workload, await ask(baseUrl, workload));
  return answers;
}

/** @throws when a server answers otherwise than was recorded; of what is not steady only the fields are compared */
export async function compareAnswers(name: string, baseUrl: string, recorded: RecordedAnswers): Promise<void> {
  for (const [workload, expected] of recorded) {
    const actual = await ask(baseUrl, workload);
    const same = workload.steady
      ? isDeepStrictEqual(actual, expected)
      : isDeepStrictEqual(fieldsOf(actual), fieldsOf(expected));
    if (!same) {
      throw new Error(
        `${name} answers otherwise to ${JSON.stringify(workload.name)}: ${start(actual)} instead of ${start(expected)}`,
      );
    }
  }
}

async function ask(baseUrl: string, { name, method, path, body, status }: Workload): Promise<unknown> {
  const response = await fetch(baseUrl + path, {
    method,
    headers: { authorization: "Bearer demo-token", ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  if (response.status !== status) throw new Error(`${baseUrl}: ${name}: ${response.status} ${text}`);
  return JSON.parse(text);
}

function fieldsOf(value: unknown): string[] {
  return typeof value === "object" && value !== null ? Object.keys(value).sort() : [];
}

function start(value: unknown): string {
  return JSON.stringify(value).slice(0, 300);
}
