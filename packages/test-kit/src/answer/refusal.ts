/** A request that the service declines, and the reason that it gives. */
export class Refusal {
  readonly status: number;
  /** A sentence or a code word; for a 422 the list of failing fields. */
  readonly detail: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, detail: unknown, headers: Readonly<Record<string, string>> = {}) {
    this.status = status;
    this.detail = detail;
    this.headers = headers;
  }
}

export const unauthorized = new Refusal(401, "Unauthorized", { "www-authenticate": "Bearer" });
export const forbidden = new Refusal(403, "Forbidden");
export const notFound = new Refusal(404, "Not Found");

/** What an exception becomes that the service does not expect; it says so in plain text. */
export const internalServerError = new Refusal(500, "Internal Server Error");
