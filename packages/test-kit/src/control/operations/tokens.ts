import { checkedFields } from "../checked-fields.ts";
import { ControlRefusal, done } from "../control-messages.ts";
import type { ControlRoute } from "../control-route.ts";
import { filledText } from "../field-checks.ts";

export const tokenRoutes: readonly ControlRoute[] = [
  {
    method: "POST",
    path: "/tokens/revoke",
    answer({ world: { credentials }, body }) {
      const { token } = checkedFields(body(), { token: filledText });
      // Not repeated: what was meant may be a secret that was misspelt.
      if (!credentials.identify({ bearer: token })) throw new ControlRefusal(404, "No such token is accepted now.");
      credentials.revoke(token);
      return done;
    },
  },
];
