import { Mismatch } from "./field-error.ts";
import { PythonNumber } from "./python-number.ts";
import { dateOf, dateTimeOf, TimeError } from "./time-text.ts";
import { timeOfTimestamp, timestampOf } from "./timestamp.ts";

/** Converts to a date and time as pydantic writes it out: with a zone only when it came with one. */
export function toDateTime(input: unknown): Mismatch | string {
  if (isNumber(input)) {
    const time = timeOfTimestamp(numberOf(input));
    return time instanceof TimeError ? parsing("datetime_parsing", "datetime", time) : time;
  }
  if (typeof input !== "string") return new Mismatch("datetime_type", "Input should be a valid datetime");
  const time = timeOfText(input);
  if (!(time instanceof TimeError)) return yearZero(time, "datetime", "datetime") ?? time;
  // What is no time may be a date still: so it is the date's fault that is told.
  const date = timestampOf(input) === undefined ? dateOf(input) : time;
  if (date instanceof TimeError) return parsing("datetime_from_date_parsing", "datetime or date", date);
  return yearZero(date, "datetime", "datetime") ?? `${date}T00:00:00`;
}

/** Converts to a date; a time will do when it is midnight. */
export function toDate(input: unknown): Mismatch | string {
  if (typeof input === "string") {
    const date = dateOf(input);
    if (!(date instanceof TimeError)) return yearZero(date, "date", "date in the format YYYY-MM-DD") ?? date;
  } else if (!isNumber(input)) {
    return new Mismatch("date_type", "Input should be a valid date");
  }
  const time = typeof input === "string" ? timeOfText(input) : timeOfTimestamp(numberOf(input));
  if (time instanceof TimeError) return parsing("date_from_datetime_parsing", "date or datetime", time);
  if (/T00:00:00(?!\.)/.test(time)) return time.slice(0, 10);
  const msg = "Datetimes provided to dates should have zero time - e.g. be exact dates";
  return new Mismatch("date_from_datetime_inexact", msg);
}

function timeOfText(text: string): TimeError | string {
  const time = dateTimeOf(text);
  const timestamp = time instanceof TimeError ? timestampOf(text) : undefined;
  return timestamp === undefined ? time : timeOfTimestamp(timestamp);
}

function parsing(type: string, what: string, { message: error }: TimeError): Mismatch {
  return new Mismatch(type, `Input should be a valid ${what}, ${error}`, { error });
}

/** A year that the format has, and Python has not. */
function yearZero(time: string, type: "date" | "datetime", what: string): Mismatch | undefined {
  return time.startsWith("0000")
    ? parsing(`${type}_parsing`, what, new TimeError("year 0 is out of range"))
    : undefined;
}

function isNumber(input: unknown): input is PythonNumber | number {
  return typeof input === "number" || input instanceof PythonNumber;
}

function numberOf(input: PythonNumber | number): number {
  return typeof input === "number" ? input : input.value;
}
