import type { WorldClock } from "../../world/world-clock.ts";
import { checkedFields } from "../checked-fields.ts";
import { ControlRefusal, json } from "../control-messages.ts";
import type { ControlRoute } from "../control-route.ts";
import { anyInteger, filledText } from "../field-checks.ts";

export const clockRoutes: readonly ControlRoute[] = [
  { method: "GET", path: "/clock", answer: ({ world }) => shownClock(world.clock) },
  {
    method: "PUT",
    path: "/clock",
    answer({ world, body }) {
      const { now } = checkedFields(body(), { now: filledText });
      world.clock.set(checkedInstant(Date.parse(now), JSON.stringify(now)));
      return shownClock(world.clock);
    },
  },
  {
    method: "POST",
    path: "/clock/advance",
    answer({ world, body }) {
      const { milliseconds } = checkedFields(body(), { milliseconds: anyInteger });
      checkedInstant(world.clock.now().getTime() + milliseconds, `${milliseconds} ms from now`);
      world.clock.advance(milliseconds);
      return shownClock(world.clock);
    },
  },
];

function shownClock(clock: WorldClock) {
  return json(200, { now: clock.now() });
}

/** The service writes years with four digits. */
function checkedInstant(milliseconds: number, sent: string): Date {
  if (milliseconds >= EARLIEST && milliseconds <= LATEST) return new Date(milliseconds);
  throw new ControlRefusal(
    400,
    `The clock cannot be set to ${sent}; write a time from 1970 to 9999, such as "2026-02-01T12:00:00Z".`,
  );
}

const EARLIEST = 0;
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
