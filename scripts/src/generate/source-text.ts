/** The first lines of every generated file. */
export const header = "// Generated from openapi/tickets.yaml by `pnpm generate`. Do not edit.\n\n";

/** Text to be written as it stands, such as the name of a constant. */
export class Code {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Writes a JSON value, which may hold `Code`, as a TypeScript literal. */
export function literal(value: unknown, indent = ""): string {
  const deeper = `${indent}  `;
  if (value instanceof Code) return value.text;
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== "object" || item === null))
      return `[${value.map((item) => JSON.stringify(item)).join(", ")}]`;
    return `[\n${value.map((item) => `${deeper}${literal(item, deeper)},\n`).join("")}${indent}]`;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    if (entries.length === 0) return "{}";
    return `{\n${entries.map(([key, item]) => `${deeper}${propertyName(key)}: ${literal(item, deeper)},\n`).join("")}${indent}}`;
  }
  return JSON.stringify(value);
}

function propertyName(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}
