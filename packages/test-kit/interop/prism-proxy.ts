import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import path from "node:path";
import { createInterface } from "node:readline";

/** Prism between clients and a service, holding every answer against the API's document. */
export interface PrismProxy extends AsyncDisposable {
  /** Where clients are to send their requests: a base URL like the service's own. */
  readonly url: string;
}

const document = path.resolve(import.meta.dirname, "../../../openapi/tickets.yaml");
const require = createRequire(import.meta.url);

/**
 * Starts Prism in front of a service, on a free port. It does without `--errors`: so it passes on
 * what breaks the document too, in both directions, and tells what in the header `sl-violations`.
 *
 * @param service the service's base URL
 */
export async function startPrism(service: string): Promise<PrismProxy> {
  const prism = path.join(path.dirname(require.resolve("@stoplight/prism-cli/package.json")), "dist/index.js");
  // Unless told so it answers a browser's preflights itself.
  const args = [prism, "proxy", document, service, "--port", "0", "--no-cors"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill();
    await exited;
  };
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    const look = (line: string) => {
      said += `${line}\n`;
      const address = /Prism is listening on (\S+)/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    };
    createInterface({ input: child.stdout }).on("line", look);
    createInterface({ input: child.stderr }).on("line", look);
    child.once("exit", (code) => reject(new Error(`Prism ended with ${code}:\n${said}`)));
  });
  return { url, [Symbol.asyncDispose]: stop };
}
