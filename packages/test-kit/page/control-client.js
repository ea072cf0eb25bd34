// @ts-check

/** The control API did not do what it was asked to. */
export class ControlError extends Error {}

/** Speaks with the control API about the world of one session. */
export class ControlClient {
  /** The session that is spoken of; empty for the main world. */
  session = "";

  /**
   * @param {string} method
   * @param {string} path below `/__mock`
   * @param {unknown} [body] sent as JSON
   * @returns {Promise<any>} the answer's JSON; undefined when there is none
   * @throws {ControlError} with the API's own sentence, when it refuses
   */
  async send(method, path, body) {
    const url = new URL(`/__mock${path}`, location.origin);
    if (this.session !== "") url.searchParams.set("session", this.session);
    const response = await fetch(url, {
      method,
      headers: { accept: "application/json", "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const value = text === "" ? undefined : JSON.parse(text);
    if (!response.ok) throw new ControlError(value?.detail ?? `The mock answered with ${response.status}.`);
    return value;
  }
}
