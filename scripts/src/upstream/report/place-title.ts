import type { Path } from "../../spec/json-pointer.ts";

/** The operation, schema or other thing of our document that a place belongs to, in words. */
export function placeTitle([first, second, third]: Path): string {
  if (first === "paths") return third === undefined ? String(second) : `${String(third).toUpperCase()} ${second}`;
  if (first === "components") return `${KINDS[String(second)] ?? second} ${third}`;
  return String(first);
}

const KINDS: Readonly<Record<string, string>> = {
  headers: "header",
  parameters: "parameter",
  responses: "response",
  schemas: "schema",
  securitySchemes: "credential",
};

/** Where within that thing a place is: `user.email format`, `responses 404`. Empty for the thing itself. */
export function placeWithin([first, ...rest]: Path): string {
  const steps = first === "paths" || first === "components" ? rest.slice(2) : rest;
  const said: string[] = [];
  let before: "field" | "properties" | "other" = "other";
  let field: string | undefined;
  for (const step of steps.map(String)) {
    if (before === "properties") {
      if (field === undefined) said.push(step);
      else said.splice(-1, 1, `${field}.${step}`);
      field = said.at(-1);
      before = "field";
    } else if (step === "properties") {
      before = "properties";
    } else {
      if (!SILENT.has(step)) said.push(step);
      field = undefined;
      before = "other";
    }
  }
  return said.join(" ");
}

const SILENT = new Set(["content", "schema"]);
