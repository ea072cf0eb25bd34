import { operations } from "@sitebay-tickets/contract";
import { parseJsonBody, unusableAnswer } from "../answers/json-body.ts";
import { responseError } from "../answers/response-error.ts";
import type { Transport } from "../transport/transport.ts";
import { isToken, type LogIn } from "./credentials.ts";

/** Makes the login that `password()` uses: over the client's transport, without a credential. */
export function createLogIn(send: Transport, baseUrl: string): LogIn {
  return async ({ username, password }) => {
    const { method, path } = operations.login;
    const request = new Request(baseUrl + path, {
      method,
      redirect: "manual",
      headers: { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ username, password }).toString(),
    });
    const {
      call,
      response,
      body = new Uint8Array(),
    } = await send(request, {
      body: "whole",
      // Also as it stands in the form, which an error of the runtime might quote.
      secrets: [password, encodeURIComponent(password), new URLSearchParams([["", password]]).toString().slice(1)],
    });
    if (!response.ok) throw responseError(call, response, parsedOrText(await response.text()));
    const answer = parseJsonBody(call, response, body);
    if (isAccessToken(answer)) return answer.access_token;
    throw unusableAnswer(call, response, "JSON that holds no access token", "check the base URL");
  };
}

function isAccessToken(answer: unknown): answer is { access_token: string } {
  return typeof answer === "object" && answer !== null && "access_token" in answer && isToken(answer.access_token);
}

function parsedOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
