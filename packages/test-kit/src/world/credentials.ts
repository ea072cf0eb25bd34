import type { UserLimited } from "@sitebay-tickets/contract";
import { keyOf, mix } from "../fixtures/draw.ts";
import { userFixture } from "../fixtures/fixtures.ts";

/** What a credential may do: `read` only looks, `readwrite` changes tickets, `admin` too. */
export type Scope = "admin" | "read" | "readwrite";

export interface ApiKey {
  readonly token: string;
  /** Default `readwrite`. */
  readonly scope?: Scope;
}

export interface SessionCookie {
  readonly value: string;
  /** Default `readwrite`. */
  readonly scope?: Scope;
}

export interface Account {
  readonly username: string;
  readonly password: string;
  /** What replies show of this user. */
  readonly user?: Partial<UserLimited>;
}

/** What a world accepts. A list that is left out stays at its default, an empty one accepts nothing. */
export interface CredentialOptions {
  readonly keys?: readonly ApiKey[];
  readonly cookies?: readonly SessionCookie[];
  /** Replies through keys and cookies are written by the first of these. */
  readonly accounts?: readonly Account[];
}

/** The credentials of a world that was given none. */
export const demoCredentials = {
  keys: [
    { token: "demo-token", scope: "readwrite" },
    { token: "demo-read-token", scope: "read" },
    { token: "demo-admin-token", scope: "admin" },
  ],
  cookies: [{ value: "demo-cookie", scope: "readwrite" }],
  accounts: [
    {
      username: "ada@example.com",
      password: "demo-password",
      user: { email: "ada@example.com", first_name: "Ada", last_name: "Okafor" },
    },
  ],
} as const satisfies CredentialOptions;

/** Who sent a request, and what they may do. */
export interface Caller {
  readonly user: UserLimited;
  readonly scope: Scope;
}

/** The credentials in force in one world. */
export class Credentials {
  readonly #seed: number;
  readonly #bearers = new Map<string, Caller>();
  readonly #cookies = new Map<string, Caller>();
  readonly #accounts = new Map<string, { password: string; user: UserLimited }>();
  #logins = 0;

  constructor(seed: number, options: CredentialOptions = {}) {
    this.#seed = seed;
    const { keys, cookies, accounts } = { ...demoCredentials, ...options };
    for (const [i, { username, password, user }] of accounts.entries()) {
      // Above the numbers of all users that seeded replies show.
      this.#accounts.set(username, { password, user: userFixture({ ...user }, { seed, index: FIRST_ACCOUNT + i }) });
    }
    const user =
      this.#accounts.get(accounts[0]?.username ?? "")?.user ?? userFixture({}, { seed, index: FIRST_ACCOUNT });
    for (const { token, scope = "readwrite" } of keys) this.#bearers.set(token, { user, scope });
    for (const { value, scope = "readwrite" } of cookies) this.#cookies.set(value, { user, scope });
  }

  /** Who holds a credential; either is enough, as long as it is good. undefined for nobody. */
  identify({ bearer, cookie }: { bearer?: string | undefined; cookie?: string | undefined }): Caller | undefined {
    return this.#bearers.get(bearer ?? "") ?? this.#cookies.get(cookie ?? "");
  }

  /** A new token for the account, or undefined when name or password is wrong. */
  login(username: string, password: string): string | undefined {
    const account = this.#accounts.get(username);
    if (account?.password !== password) return undefined;
    this.#logins += 1;
    const token = `login-${this.#logins}-${mix(mix(this.#seed) ^ keyOf(`${username} ${this.#logins}`)).toString(16)}`;
    this.#bearers.set(token, { user: account.user, scope: "readwrite" });
    return token;
  }

  /** From now on the token is answered with 401: it expired, or somebody withdrew it. */
  revoke(token: string): void {
    this.#bearers.delete(token);
  }
}

const FIRST_ACCOUNT = 10_000;
