import { InvalidArgumentError } from "commander";
import type { FaultRule } from "../faults/fault-rule.ts";
import { parseFault } from "../faults/parse-fault.ts";
import type { Scope } from "../world/credentials.ts";

/** A token that the mock accepts. */
export interface TokenOption {
  readonly token: string;
  readonly scope: Scope;
}

export function integer(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^[-+]?\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`It must be an integer from ${least} to ${most}.`);
    }
    return value;
  };
}

export function addToken(text: string, before: readonly TokenOption[] = []): readonly TokenOption[] {
  const [, scope, token] = /^(?:(read):)?(.*)$/s.exec(text) ?? [];
  if (!token) throw new InvalidArgumentError("The token is empty.");
  return [...before, { token, scope: scope === "read" ? "read" : "readwrite" }];
}

export function addFault(text: string, before: readonly FaultRule[] = []): readonly FaultRule[] {
  try {
    return [...before, parseFault(text)];
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}
