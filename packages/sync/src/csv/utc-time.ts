const DATE_TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * Writes an ISO 8601 time in UTC with a zone, digit for digit: `2023-08-18T05:23:48.1234+02:00`
 * becomes `2023-08-18T03:23:48.1234Z`. A time without a zone is UTC already, as the service's
 * framework sends it. What is no such time comes back as it is.
 */
export function toUtc(time: string): string {
  const match = DATE_TIME.exec(time);
  if (!match) return time;
  const [, date, minute, seconds, zone = "Z"] = match;
  if (zone.toUpperCase() === "Z") return `${date}T${minute}${seconds}Z`;
  const local = Date.parse(`${date}T${minute}Z`);
  // A day that the calendar lacks would be taken for one of the next month.
  if (Number.isNaN(local) || !isoMinute(local).startsWith(`${date}T`)) return time;
  // An offset is whole minutes, so the seconds, leap seconds and fractions too, stay as they are.
  const utc = isoMinute(local - offsetMinutes(zone) * 60_000);
  return utc.startsWith("-") ? time : `${utc}${seconds}Z`;
}

function isoMinute(timestamp: number): string {
  return new Date(timestamp).toISOString().replace(/:[^:]*$/, "");
}

function offsetMinutes(zone: string): number {
  const digits = zone.replace(":", "");
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5));
  return digits.startsWith("-") ? -minutes : minutes;
}
