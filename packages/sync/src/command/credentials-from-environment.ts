import { readFileSync } from "node:fs";
import { bearer, type Credentials, cookie, password } from "@sitebay-tickets/core";
import { UsageError } from "./usage-error.ts";

/** The variables that credentials come from, for messages. */
export const CREDENTIAL_VARIABLES =
  "SITEBAY_TOKEN, SITEBAY_TOKEN_FILE, SITEBAY_COOKIE, or SITEBAY_USERNAME with SITEBAY_PASSWORD";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Picks the credential, the first of these that is set (and not empty):
 *
 * 1. `SITEBAY_TOKEN`: a bearer token or an API key;
 * 2. `SITEBAY_TOKEN_FILE`: a file that holds one, read again whenever it is needed;
 * 3. `SITEBAY_COOKIE`: the value of a session cookie;
 * 4. `SITEBAY_USERNAME` with `SITEBAY_PASSWORD`: logs in.
 *
 * @throws UsageError when none is set, or a file cannot be read
 */
export function credentialsFromEnvironment(environment: Environment): Credentials {
  const { SITEBAY_TOKEN, SITEBAY_TOKEN_FILE, SITEBAY_COOKIE, SITEBAY_USERNAME, SITEBAY_PASSWORD } = environment;
  if (SITEBAY_TOKEN) return usable("SITEBAY_TOKEN", () => bearer(SITEBAY_TOKEN.trim()));
  if (SITEBAY_TOKEN_FILE) {
    usable(SITEBAY_TOKEN_FILE, () => bearer(readToken(SITEBAY_TOKEN_FILE)));
    return bearer(() => readToken(SITEBAY_TOKEN_FILE));
  }
  if (SITEBAY_COOKIE) return usable("SITEBAY_COOKIE", () => cookie(SITEBAY_COOKIE.trim()));
  if (SITEBAY_USERNAME && SITEBAY_PASSWORD) return password({ username: SITEBAY_USERNAME, password: SITEBAY_PASSWORD });
  if (SITEBAY_USERNAME) throw new UsageError("SITEBAY_USERNAME is set, but SITEBAY_PASSWORD is not.");
  if (SITEBAY_PASSWORD) throw new UsageError("SITEBAY_PASSWORD is set, but SITEBAY_USERNAME is not.");
  throw new UsageError(`No credentials: set one of ${CREDENTIAL_VARIABLES}.`);
}

function readToken(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new UsageError(`SITEBAY_TOKEN_FILE names ${file}, which cannot be read (${code}).`, { cause });
  }
  if (text.trim() === "") throw new UsageError(`SITEBAY_TOKEN_FILE names ${file}, which is empty.`);
  return text.trim();
}

/** Core refuses what no header could carry, without quoting it; whose fault that is has to be added. */
function usable(source: string, make: () => Credentials): Credentials {
  try {
    return make();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new UsageError(`${source}: ${cause.message}`, { cause });
  }
}
