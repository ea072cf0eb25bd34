import { fromPointer } from "../spec/json-pointer.ts";
import { METHODS } from "../spec/operations-in.ts";

const COMPONENTS: Readonly<Record<string, string>> = {
  headers: "header",
  parameters: "parameter",
  requestBodies: "request body",
  responses: "answer",
  schemas: "schema",
  securitySchemes: "credential",
};

const TOP_LEVEL: Readonly<Record<string, string>> = {
  info: "the document's head",
  security: "every credential",
  servers: "the server's address",
};

/** What people call a kind of component, such as `parameters`. */
export function componentKind(name: string): string {
  return COMPONENTS[name] ?? name;
}

/** What a pointer speaks of, in a few words; `*` in place of a name means all of a kind. */
export function placeWords(pointer: string): string {
  const [first, second, third] = fromPointer(pointer);
  if (first === "paths") {
    if (second === undefined || second === "*") return "every operation";
    return `\`${third !== undefined && METHODS.includes(third) ? `${third.toUpperCase()} ` : ""}${second}\``;
  }
  if (first === "components" && second !== undefined) {
    const kind = componentKind(second);
    return third === undefined || third === "*" ? `every ${kind}` : `${kind} \`${third}\``;
  }
  return TOP_LEVEL[String(first)] ?? String(first ?? "the document");
}
