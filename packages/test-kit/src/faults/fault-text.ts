import type { FaultRule } from "./fault-rule.ts";

/** A rule in the notation of `parseFault`; a predicate cannot be told. */
export function faultText({ kind, when, ...options }: FaultRule): string {
  const parts = Object.entries(options).map(([name, value]) => `${name}=${[value].flat().join("+")}`);
  if (when) parts.push("when=…");
  return parts.length > 0 ? `${kind}:${parts.join(",")}` : kind;
}
