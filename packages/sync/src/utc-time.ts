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
  // An offset is whole minutes, so the seconds, leap seconds and fractions too, stay as they are.
  const shifted = new Date(Date.parse(`${date}T${minute}Z`) - offsetMinutes(zone) * 60_000);
  return Number.isNaN(shifted.getTime()) ? time : `${shifted.toISOString().slice(0, 16)}${seconds}Z`;
}

function offsetMinutes(zone: string): number {
  const digits = zone.replace(":", "");
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5));
  return digits.startsWith("-") ? -minutes : minutes;
}
