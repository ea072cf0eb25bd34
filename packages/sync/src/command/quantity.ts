const count = new Intl.NumberFormat("en-US");

/** `12500` → `12,500` */
export function formatCount(value: number): string {
  return count.format(value);
}

const UNITS = ["B", "kB", "MB", "GB", "TB"];

/** `48200000` → `48.2 MB` */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  // 999.95 would be shown as 1000.0.
  while (value >= 999.95 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${UNITS[unit]}`;
}
