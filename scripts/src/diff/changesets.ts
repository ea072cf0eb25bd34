import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseChangesetFile } from "@changesets/parse";
import { root } from "../repository.ts";
import { type PackageStep, STEPS, type Step } from "./package-steps.ts";
import type { Revision } from "./revision.ts";

const FOLDER = ".changeset";

/**
 * The steps that the head's changesets announce. Those that the base has too announce what was
 * merged before.
 *
 * @throws ChangesetError
 */
export function announcedSteps(base: Revision, head: Revision): ReadonlyMap<string, Step> {
  const merged = base.kind === "git" ? base.list(FOLDER) : [];
  const steps = new Map<string, Step>();
  for (const name of head.list(FOLDER)) {
    if (!name.endsWith(".md") || name === "README.md" || merged.includes(name)) continue;
    for (const release of releasesOf(name, head.read(`${FOLDER}/${name}`) ?? "")) {
      const step = STEPS.find((each) => each === release.type);
      const before = steps.get(release.name);
      if (step && (!before || isBelow(before, step))) steps.set(release.name, step);
    }
  }
  return steps;
}

/** A changeset that cannot be read. */
export class ChangesetError extends Error {
  override readonly name = "ChangesetError";
}

function releasesOf(name: string, text: string) {
  try {
    return parseChangesetFile(text).releases;
  } catch (cause) {
    throw new ChangesetError(`${FOLDER}/${name} is no changeset; mend or remove it`, { cause });
  }
}

/** The packages whose step nobody has announced, or only a smaller one. */
export function missingSteps(needed: readonly PackageStep[], announced: ReadonlyMap<string, Step>): PackageStep[] {
  return needed.filter(({ name, step }) => {
    const given = announced.get(name);
    return given === undefined || isBelow(given, step);
  });
}

function isBelow(step: Step, other: Step): boolean {
  return STEPS.indexOf(step) < STEPS.indexOf(other);
}

/**
 * Writes the changeset of a spec change. The same spec always gets the same name, so that a second
 * call mends the first one's.
 *
 * @returns the file, from the root
 */
export function writeChangeset(specHash: string, steps: readonly PackageStep[], summary: string): string {
  const file = `${FOLDER}/spec-${specHash.replace("sha256:", "").slice(0, 8)}.md`;
  const releases = steps.map(({ name, step }) => `"${name}": ${step}\n`).join("");
  mkdirSync(path.join(root, FOLDER), { recursive: true });
  writeFileSync(path.join(root, file), `---\n${releases}---\n\n${summary.trim()}\n`);
  return file;
}
