import { fileURLToPath } from "node:url";

/** Of what a program said before it ended, a stack trace mostly, what was wrong, and where: in one line. */
export function loadingFailure(said: string): string {
  const lines = said.split("\n").filter((line) => line.trim() !== "");
  const reason = lines.find((line) => /^(?:error:|\w*Error\b)/.test(line)) ?? lines.at(-1) ?? "it ended without a word";
  const [, url, line] = /^(file:\/\/\S+):(\d+)$/m.exec(said) ?? [];
  return url ? `${reason} (${fileURLToPath(url)}:${line})` : reason;
}
