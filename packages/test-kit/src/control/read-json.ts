import { ControlRefusal } from "./control-messages.ts";

/** A body as JSON; undefined when there is none. @throws ControlRefusal when it is not JSON */
export function readJson(body: Uint8Array | undefined): unknown {
  if (!body?.length) return undefined;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch (error) {
    throw new ControlRefusal(400, `The body is not JSON: ${error instanceof Error ? error.message : error}.`);
  }
}
