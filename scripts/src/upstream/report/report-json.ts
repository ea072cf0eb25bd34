import type { Review } from "./review.ts";

/** The review for programs. */
export function jsonReport(review: Review): string {
  return `${JSON.stringify(review, undefined, 2)}\n`;
}
