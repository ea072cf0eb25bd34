import { bearerCredential, type Credentials, type PasswordLogin } from "./credentials.ts";

/**
 * Authenticates with a user name and a password, which are exchanged for a token when it is needed:
 *
 * - The first request logs in; requests that start meanwhile wait for the same login.
 * - A 401 invalidates the token that was sent, not one that another request has obtained since; the
 *   request is then repeated with the next token, once.
 * - A login that fails is not remembered: the next request tries again.
 *
 * @throws AuthenticationError, from every call, when the service refuses the login
 */
export function password({ username, password }: PasswordLogin): Credentials {
  return (logIn) => {
    let current: Promise<string> | undefined;

    const startLogin = (): Promise<string> => {
      const login = logIn({ username, password });
      login.catch(() => forget(login));
      return login;
    };
    const forget = (login: Promise<string>): void => {
      if (current === login) current = undefined;
    };

    return async () => {
      current ??= startLogin();
      const used = current;
      return { ...bearerCredential(await used), expire: () => forget(used) };
    };
  };
}
