/** The formats that an export can be written in. */
export const FORMATS = ["json", "ndjson", "csv"] as const;

export type Format = (typeof FORMATS)[number];

export const DEFAULT_FORMATS: readonly Format[] = ["json", "csv"];

export function isFormat(name: string): name is Format {
  return FORMATS.some((format) => format === name);
}
