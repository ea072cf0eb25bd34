import { mkdir, open, readlink, rename, rm, stat, symlink } from "node:fs/promises";
import path from "node:path";
import type { Manifest } from "./manifest.ts";
import { OutputError } from "./output-error.ts";
import type { PartialRun } from "./partial-run.ts";

const LATEST = "latest";

/** Makes the output folder and the one that holds its runs. Returns the latter. @throws OutputError */
export async function prepareOutput(out: string): Promise<string> {
  const runs = path.join(out, "runs");
  await makeFolder(path.resolve(runs)).catch((cause: unknown) => {
    throw new OutputError(out, cause);
  });
  return runs;
}

/** Node's own recursive mkdir never returns where a file system answers ENOENT to every mkdir, as /proc does. */
async function makeFolder(folder: string): Promise<void> {
  const failure = await tryMkdir(folder);
  if (failure?.code === "ENOENT" && folder !== path.dirname(folder)) {
    await makeFolder(path.dirname(folder));
    const again = await tryMkdir(folder);
    if (again) throw again;
  } else if (failure) {
    throw failure;
  }
}

async function tryMkdir(folder: string): Promise<NodeJS.ErrnoException | undefined> {
  try {
    await mkdir(folder);
  } catch (error) {
    const isFolder = await stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    );
    return isFolder ? undefined : (error as NodeJS.ErrnoException);
  }
  return undefined;
}

/** The id of the run that `latest` points at, or null before the first one. @throws OutputError */
export async function latestRun(out: string): Promise<string | null> {
  const link = path.join(out, LATEST);
  try {
    return path.basename(await readlink(link));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") return null;
    if (code === "EINVAL") throw new OutputError(link, new Error("something that is not a link stands in its place"));
    throw new OutputError(link, cause);
  }
}

/**
 * Makes a finished run the latest one. The run's data files are on the disk already.
 *
 * 1. `manifest.json`, then `SHA256SUMS` over every file, each forced to the disk;
 * 2. the folder itself is forced to the disk;
 * 3. it is renamed from `<id>.partial` to `<id>`, and `runs/` is forced to the disk;
 * 4. `latest` is flipped by renaming a new link over it, and the output folder is forced to the disk.
 *
 * Whoever resolves `latest` once reads one complete run, the old or the new one. A death before
 * step 4 leaves the old one in place.
 *
 * @returns the run's folder
 * @throws OutputError
 */
export async function publish(out: string, run: PartialRun, manifest: Manifest): Promise<string> {
  const manifestFile = await run.createFile("manifest.json");
  manifestFile.append(`${JSON.stringify(manifest, null, 2)}\n`);
  const files = [...manifest.files, await manifestFile.finish()];

  const sums = await run.createFile("SHA256SUMS");
  sums.append(files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(""));
  await sums.finish();

  const folder = path.join(out, "runs", run.id);
  try {
    await syncFolder(run.folder);
    await rename(run.folder, folder);
    await syncFolder(path.dirname(folder));
    await flipLatest(out, path.join("runs", run.id));
    await syncFolder(out);
  } catch (cause) {
    throw new OutputError(folder, cause);
  }
  return folder;
}

/** Renaming is atomic where unlinking and linking again is not: no reader ever finds `latest` missing. */
async function flipLatest(out: string, target: string): Promise<void> {
  const next = path.join(out, `.${LATEST}.next`);
  await rm(next, { force: true });
  await symlink(target, next);
  await rename(next, path.join(out, LATEST));
}

/** A rename is on the disk only once the folder that holds the name is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
