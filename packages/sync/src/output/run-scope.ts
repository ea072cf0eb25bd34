import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Manifest } from "./manifest.ts";

/** The output folder holds runs of other tickets than those that were asked for. Nothing was done. */
export class ScopeError extends Error {
  override readonly name = "ScopeError";

  constructor(out: string, wanted: string | null, run: string, found: string | null) {
    super(
      `Refused to export ${describeScope(wanted)} to ${out}: run ${run} there holds ${describeScope(found)}. Use a folder for each.`,
    );
  }
}

/**
 * Refuses to publish runs of different tickets in one folder: whoever reads `latest` would take the
 * tickets of one team for all of them, or those of the others for deleted.
 *
 * @param latest the id of the folder's latest run. One that is gone, or whose manifest cannot be read,
 *   has no say
 * @param team whose tickets are to be exported; null for all tickets
 * @throws ScopeError
 */
export async function requireScope(out: string, latest: string | null, team: string | null): Promise<void> {
  if (latest === null) return;
  const found = await scopeOf(path.join(out, "runs", latest));
  if (found !== undefined && found !== team) throw new ScopeError(out, team, latest, found);
}

async function scopeOf(folder: string): Promise<string | null | undefined> {
  try {
    const { team }: Partial<Manifest> = JSON.parse(await readFile(path.join(folder, "manifest.json"), "utf8"));
    return team;
  } catch {
    return undefined;
  }
}

function describeScope(team: string | null): string {
  return team === null ? "all tickets" : `the tickets of team ${team}`;
}
