import type { OperationId } from "@sitebay-tickets/contract";
import type { JudgedRequest } from "../answer/declared-operation.ts";
import type { CredentialKind, Scope } from "../world/credentials.ts";

/** What a request is expected to be. What is not mentioned may be anything, in objects within objects too. */
export interface ReceivedRequest<Id extends OperationId> {
  /** Parsed, as the operation takes it. Passwords are logged as `[redacted]`. */
  readonly body?: Part<JudgedRequest<Id>["body"]>;
  readonly query?: Partial<JudgedRequest<Id>["query"]>;
  readonly pathParameters?: Partial<JudgedRequest<Id>["path"]>;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What it was answered with. */
  readonly status?: number;
  readonly credential?: CredentialKind;
  readonly scope?: Scope;
  /** How many such requests there are to be. Default: one at least. */
  readonly times?: number;
}

type Part<Value> = Value extends readonly (infer Item)[]
  ? readonly Part<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]?: Part<Value[Key]> }
    : Value;

declare module "vitest" {
  // The parameters have to be those of vitest's own declaration.
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /**
     * Whether the world received such a request, or as many as `times` says. Only what is mentioned has
     * to fit. Requests answered by a test's own msw handlers count too.
     *
     * @example expect(world).toHaveReceived("createTicket", { body: { subject: "Site is blank" }, times: 1 })
     */
    toHaveReceived: <Id extends OperationId>(operation: Id, expected?: ReceivedRequest<Id>) => R;
  }
}
