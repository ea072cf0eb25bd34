import type { ExportProgress } from "../export-tickets.ts";
import { formatBytes, formatCount } from "./quantity.ts";

/** `12,500 tickets  48.2 MB  5,210 tickets/s  0:02`, or `12,500 of 80,000 tickets …` where it is known how many there are. */
export function progressLine({ tickets, total, bytes, elapsedMs }: ExportProgress): string {
  const rate = elapsedMs > 0 ? Math.round((tickets * 1000) / elapsedMs) : 0;
  const seconds = Math.floor(elapsedMs / 1000);
  const elapsed = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  const count = formatCount(tickets) + (total === undefined ? "" : ` of ${formatCount(total)}`);
  return `${count} tickets  ${formatBytes(bytes)}  ${formatCount(rate)} tickets/s  ${elapsed}`;
}
