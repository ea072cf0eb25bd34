/** The path below which a mock lets itself be looked at and changed. It is none of the service's. */
export const CONTROL_PATH = "/__mock";

/** What the control API says. */
export interface ControlResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Indented: people read it in a terminal. */
export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): ControlResponse {
  return {
    status,
    headers: { "content-type": "application/json", ...headers },
    body: `${JSON.stringify(value, null, 2)}\n`,
  };
}

export const done: ControlResponse = { status: 204, headers: {}, body: "" };

/** A request that the control API refuses. The message says in a sentence what was wrong, and what would be right. */
export class ControlRefusal extends Error {
  override readonly name = "ControlRefusal";
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}
