import type { OperationId } from "@sitebay-tickets/contract";
import type { Route } from "../answer/route.ts";
import type { ServiceRequest } from "../answer/service-messages.ts";
import type { Caller, CredentialKind, Scope } from "./credentials.ts";

/** A request that a world received, with what became of it. Credentials are left out. */
export class LoggedRequest {
  /** By the world's clock. */
  readonly time: Date;
  readonly method: string;
  /** Below the service's base URL. */
  readonly path: string;
  /** undefined when the API has no such operation. */
  readonly operation: OperationId | undefined;
  readonly pathParameters: Readonly<Record<string, string>>;
  /** Which kind of credential was accepted, and what it may do; undefined when none was. */
  readonly credential: CredentialKind | undefined;
  readonly scope: Scope | undefined;
  /** undefined as long as there is no answer, and when the connection was dropped before there was one. */
  status: number | undefined;
  /** Which kinds of faults befell it. */
  faults: readonly string[] = [];
  /** Why the answer departs from the spec, where that is meant. */
  offSpec: string | undefined;
  readonly #request: ServiceRequest;
  // Read when somebody looks at them: most requests are never looked at.
  #query: Readonly<Record<string, string>> | undefined;
  #headers: Readonly<Record<string, string>> | undefined;
  #body: { readonly value: unknown } | undefined;

  constructor(request: ServiceRequest, { match, operation }: Route, caller: Caller | undefined, time: Date) {
    this.#request = request;
    this.time = time;
    this.method = request.method;
    this.path = request.path;
    this.operation = operation;
    this.pathParameters = match?.parameters ?? {};
    this.credential = caller?.credential;
    this.scope = caller?.scope;
  }

  get query(): Readonly<Record<string, string>> {
    this.#query ??= Object.fromEntries(new URLSearchParams(this.#request.query));
    return this.#query;
  }

  /** Names in lower case; without Authorization and Cookie, whose place `credential` and `scope` take. */
  get headers(): Readonly<Record<string, string>> {
    this.#headers ??= withoutCredentials(this.#request.headers);
    return this.#headers;
  }

  /** JSON parsed, form fields by name, anything else as text; undefined when there was none. */
  get body(): unknown {
    this.#body ??= { value: this.#shownBody() };
    return this.#body.value;
  }

  #shownBody(): unknown {
    const body = parsedBody(this.#request.headers["content-type"] ?? "", this.#request.body);
    // A login in the wrong form holds a password all the same.
    return this.operation === "login" && typeof body === "string" ? "[redacted]" : withoutPassword(body);
  }

  toJSON() {
    const { time, method, path, query, headers, body } = this;
    const { operation, pathParameters, credential, scope, status, faults, offSpec } = this;
    return {
      ...{ time, method, path, query, headers, body },
      ...{ operation, pathParameters, credential, scope, status, faults, offSpec },
    };
  }
}

function withoutCredentials(headers: ServiceRequest["headers"]): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value && name !== "authorization" && name !== "cookie") shown[name] = value;
  }
  return shown;
}

function parsedBody(contentType: string, bytes: Uint8Array | undefined): unknown {
  if (!bytes?.length) return undefined;
  const text = new TextDecoder().decode(bytes);
  if (contentType.startsWith("application/x-www-form-urlencoded")) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function withoutPassword(body: unknown): unknown {
  const holdsOne = typeof body === "object" && body !== null && "password" in body;
  return holdsOne ? { ...body, password: "[redacted]" } : body;
}
