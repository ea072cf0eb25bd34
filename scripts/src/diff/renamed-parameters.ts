import { isObject, type SpecDocument } from "../spec/spec-document.ts";
import type { SpecChange } from "./spec-change.ts";

/** Path parameters that go by another name: nothing on the wire, but `client.raw` speaks of them. */
export function renamedParameters(base: SpecDocument, head: SpecDocument): SpecChange[] {
  const before = new Map(templates(base).map((template) => [shape(template), template]));
  return templates(head).flatMap((template): SpecChange[] => {
    const old = before.get(shape(template));
    if (old === undefined || old === template) return [];
    return [
      {
        verdict: "silent",
        direction: "request",
        operations: operationIds(head, template),
        place: template,
        text: `was ${old}`,
        at: `${head.name}:${head.lineOf(["paths", template]) ?? 1}`,
      },
    ];
  });
}

function templates(spec: SpecDocument): string[] {
  return isObject(spec.value.paths) ? Object.keys(spec.value.paths) : [];
}

function shape(template: string): string {
  return template.replaceAll(/\{[^{}]+\}/g, "{}");
}

function operationIds(spec: SpecDocument, template: string): string[] {
  return Object.values(spec.object(["paths", template])).flatMap((operation) =>
    isObject(operation) && typeof operation.operationId === "string" ? [operation.operationId] : [],
  );
}
