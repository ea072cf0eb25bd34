import type { ServiceResponse } from "../answer/service-messages.ts";
import type { AnswerDriftKind } from "./drift-kind.ts";

/** What each kind makes of a success that it hits. */
export const answerDrifts: Readonly<Record<AnswerDriftKind, (response: ServiceResponse) => ServiceResponse>> = {
  /** A status that no operation declares. */
  "odd-status": (response) => ({ ...response, status: 202 }),

  /** A page for people in place of the data, as a portal or a proxy would send it. */
  html: ({ status, headers }) => ({
    status,
    headers: { ...headers, "content-type": "text/html; charset=utf-8" },
    body: {
      kind: "text",
      text: "<!doctype html><title>Please wait</title><p>The service will be with you in a moment.</p>",
    },
  }),
};
