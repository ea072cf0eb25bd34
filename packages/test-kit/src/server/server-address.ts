import type { AddressInfo } from "node:net";
import { basePath } from "../base-path.ts";
import { CONTROL_PATH } from "../control/control-messages.ts";

/** Where a server can be reached. */
export interface ServerAddress {
  /** The base URL for a client, such as `http://127.0.0.1:4010/f/api/v1`. */
  readonly url: string;
  /** The control API's base URL, in a browser a page: `http://127.0.0.1:4010/__mock`. */
  readonly controlUrl: string;
  readonly port: number;
}

/** @param host as it was asked for: who asked for a name wants to see it again */
export function serverAddress(host: string, { family, port }: Pick<AddressInfo, "family" | "port">): ServerAddress {
  const origin = `http://${family === "IPv6" && host.includes(":") ? `[${host}]` : host}:${port}`;
  return { url: origin + basePath, controlUrl: origin + CONTROL_PATH, port };
}
