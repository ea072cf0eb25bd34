import { drawBelow, drawChance, keyOf, type Place } from "./draw.ts";
import { drawTime } from "./instant.ts";

/** What happened to a ticket, and when: milliseconds since 1970, each later than the one before. */
interface Timeline {
  readonly opened: number;
  readonly replies: readonly number[];
  readonly resolved: number | null;
}

/** A reply is numbered `ticket * REPLIES_PER_TICKET + its number within the ticket`. */
export const REPLIES_PER_TICKET = 1024;

/** A ticket's whole story; each of its fields tells a part of it, so the parts agree. */
export function timelineOf(ticket: Place): Timeline {
  const { seed, index } = ticket;
  if (latest?.seed !== seed || latest.index !== index) latest = { seed, index, timeline: tell(ticket) };
  return latest.timeline;
}

/** Every reply asks for the story of its ticket: told anew each time, a long one would take for ever. */
let latest: { readonly seed: number; readonly index: number; readonly timeline: Timeline } | undefined;

function tell(ticket: Place): Timeline {
  const opened = drawTime(ticket, OPENED) - LONGEST_STORY_MS;
  const replies: number[] = [];
  let last = opened;
  for (let i = replyCount(ticket); i > 0; i -= 1) {
    last += MINUTE_MS + drawBelow(LONGEST_PAUSE_MS, ticket, PAUSE + i);
    replies.push(last);
  }
  const resolved = drawChance(0.6, ticket, RESOLVED)
    ? last + 1 + drawBelow(LONGEST_PAUSE_MS, ticket, RESOLVED + 1)
    : null;
  return { opened, replies, resolved };
}

/** Mostly a handful, and in every hundred tickets one conversation that takes several pages. */
function replyCount(ticket: Place): number {
  return ticket.index % 100 === 12 ? 101 + drawBelow(40, ticket, COUNT) : drawBelow(7, ticket, COUNT);
}

const OPENED = keyOf("timeline: opened");
const PAUSE = keyOf("timeline: pause");
const RESOLVED = keyOf("timeline: resolved");
const COUNT = keyOf("timeline: count");
const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 5 * 3_600_000;
/** 140 replies with the longest pause between each two, rounded up: no story ends after the epoch. */
const LONGEST_STORY_MS = 31 * 86_400_000;
