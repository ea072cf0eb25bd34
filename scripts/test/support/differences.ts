/**
 * How a value differs from what it was before somebody made it depart: `null /*\/user/email`, with
 * `*` for any index. Found by comparing the two, without any schema.
 */
export function differences(before: unknown, after: unknown, place = ""): string[] {
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.flatMap((item, i) => differences(item, after[i], `${place}/*`));
  }
  if (isObject(before) && isObject(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
      const here = `${place}/${name}`;
      if (!(name in before)) return [`unknown-field ${here}`];
      return name in after ? differences(before[name], after[name], here) : [`missing-field ${here}`];
    });
  }
  if (before === after) return [];
  if (after === null) return [`null ${place}`];
  if (typeof after !== typeof before) return [`wrong-type ${place}`];
  return after === withoutZone(String(before)) ? [`naive-time ${place}`] : [`broken-format ${place}`];
}

function withoutZone(time: string): string {
  return time.replace(/Z$/, "");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
