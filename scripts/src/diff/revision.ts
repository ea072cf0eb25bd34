import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fromRoot, root, specFile } from "../repository.ts";
import { SpecDocument } from "../spec/spec-document.ts";

/** One side of a comparison: a spec, and what else of the repository belongs to it. */
export interface Revision {
  readonly spec: SpecDocument;
  readonly kind: "file" | "git" | "working tree";
  /** A file of the same state of the repository; the working tree's where the spec is a file of its own. */
  read(file: string): string | undefined;
  /** The names of the files in a folder of that state. */
  list(folder: string): readonly string[];
}

/** Neither a file nor a revision that git knows. */
export class UnknownRevisionError extends Error {
  override readonly name = "UnknownRevisionError";
}

export function workingTree(): Revision {
  return fromDisk(specFile, "working tree");
}

/** The branch that changes are to be merged into: here, or else at the origin. */
export function mainBranch(): Revision {
  const name = ["main", "origin/main"].find((branch) => commitOf(branch) !== undefined);
  if (name === undefined) throw new UnknownRevisionError("there is no branch main to compare with; name a base");
  return revision(name);
}

/**
 * @param name a file of an OpenAPI document, or what git calls a commit
 * @throws UnknownRevisionError
 * @throws SpecError when the spec there cannot be read
 */
export function revision(name: string): Revision {
  const file = path.resolve(name);
  if (existsSync(file)) return fromDisk(file, file === specFile ? "working tree" : "file");
  const commit = commitOf(name);
  if (commit === undefined) {
    throw new UnknownRevisionError(`${name} is neither a file nor a revision that git knows`);
  }
  const specPath = fromRoot(specFile);
  const text = git("show", `${commit}:${specPath}`);
  if (text === undefined) throw new UnknownRevisionError(`the revision ${name} has no ${specPath}`);
  return {
    spec: SpecDocument.parse(text, `${name}:${specPath}`),
    kind: "git",
    read: (path) => git("show", `${commit}:${path}`),
    list: (folder) => (git("ls-tree", "--name-only", `${commit}:${folder}`) ?? "").split("\n").filter(Boolean),
  };
}

function fromDisk(file: string, kind: "file" | "working tree"): Revision {
  return {
    spec: SpecDocument.load(file),
    kind,
    read(name) {
      const here = path.join(root, name);
      return existsSync(here) ? readFileSync(here, "utf8") : undefined;
    },
    list(folder) {
      const here = path.join(root, folder);
      return existsSync(here) ? readdirSync(here) : [];
    },
  };
}

function commitOf(name: string): string | undefined {
  return git("rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`)?.trim();
}

function git(...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 });
  return status === 0 ? stdout : undefined;
}
