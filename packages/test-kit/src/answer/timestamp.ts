import { TimeError } from "./time-text.ts";

/** @returns the number of seconds or milliseconds that a text holds; undefined when it is no such number */
export function timestampOf(text: string): number | undefined {
  if (!/^[-+]?\d+(?:\.\d*)?$/.test(text)) return undefined;
  const value = Number(text);
  // Beyond 64 bits it is no number to the parser.
  return text.includes(".") || Math.abs(value) < 2 ** 63 ? value : undefined;
}

/** A moment since 1970 as Python writes it out: in seconds, or above 2e10 in milliseconds. */
export function timeOfTimestamp(timestamp: number): TimeError | string {
  if (Number.isNaN(timestamp)) return new TimeError("NaN values not permitted");
  const seconds = Math.abs(timestamp) > WATERSHED ? timestamp / 1000 : timestamp;
  if (seconds >= END_OF_9999) return new TimeError("dates after 9999 are not supported as unix timestamps");
  if (seconds < START_OF_0000) return new TimeError("dates before 0000 are not supported as unix timestamps");
  const whole = Math.floor(seconds);
  const microseconds = Math.round((seconds - whole) * 1_000_000);
  const carried = whole + Math.floor(microseconds / 1_000_000);
  const fraction = microseconds % 1_000_000;
  const text = new Date(carried * 1000).toISOString().slice(0, 19);
  return `${text}${fraction === 0 ? "" : `.${String(fraction).padStart(6, "0")}`}Z`;
}

const WATERSHED = 2e10;
const START_OF_0000 = -62_167_219_200;
const END_OF_9999 = 253_402_300_800;
