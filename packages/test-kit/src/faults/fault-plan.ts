import type { OperationId } from "@sitebay-tickets/contract";
import type { LoggedRequest } from "../world/logged-request.ts";
import { checkedRule } from "./check-rule.ts";
import type { FaultRule } from "./fault-rule.ts";

/** A rule that is in force, and how often it has struck. */
export interface PlannedFault {
  /** By which it can be taken back. */
  readonly id: number;
  readonly rule: FaultRule;
  readonly struck: number;
}

/** Which requests fail, and how. */
export class FaultPlan {
  readonly #initial: readonly FaultRule[];
  readonly #draw: () => number;
  #planned: { readonly id: number; readonly rule: FaultRule; struck: number }[] = [];
  #lastId = 0;

  /** @param draw the next number of the world's source of randomness */
  constructor(initial: readonly FaultRule[] = [], draw: () => number) {
    this.#initial = initial.map(checkedRule);
    this.#draw = draw;
    this.reset();
  }

  /**
   * From now on requests fail in this way too. Rules are tried in their order, and the first that
   * strikes has the request; `slow` and `drift` leave it to the others as well.
   *
   * @returns the id by which `remove` takes it back
   * @throws RangeError or TypeError that names the option that is wrong
   */
  add(rule: FaultRule): number {
    this.#lastId += 1;
    this.#planned.push({ id: this.#lastId, rule: checkedRule(rule), struck: 0 });
    return this.#lastId;
  }

  list(): readonly PlannedFault[] {
    return this.#planned.map((planned) => ({ ...planned }));
  }

  /** Whether there was such a rule. */
  remove(id: number): boolean {
    const before = this.#planned.length;
    this.#planned = this.#planned.filter((planned) => planned.id !== id);
    return this.#planned.length < before;
  }

  clear(): void {
    this.#planned = [];
  }

  /** Comes back to a list of this plan or of another one: to the ids, and to how often each had struck. */
  restore(planned: readonly PlannedFault[]): void {
    this.#planned = planned.map(({ id, rule, struck }) => ({ id, rule: checkedRule(rule), struck }));
    this.#lastId = Math.max(this.#lastId, ...planned.map(({ id }) => id));
  }

  /** Comes back to the rules that the world began with. */
  reset(): void {
    this.clear();
    for (const rule of this.#initial) this.add(rule);
  }

  /** The rules that strike a request, each of which counts as having struck. */
  strike(operation: OperationId, request: LoggedRequest): readonly FaultRule[] {
    const striking: FaultRule[] = [];
    let taken = false;
    for (const planned of this.#planned) {
      const { rule, struck } = planned;
      const leavesRoom = rule.kind === "slow" || rule.kind === "drift";
      if ((taken && !leavesRoom) || struck >= (rule.times ?? Number.POSITIVE_INFINITY)) continue;
      if (!isTarget(rule, operation, request)) continue;
      if (rule.probability !== undefined && this.#draw() >= rule.probability) continue;
      planned.struck += 1;
      taken ||= !leavesRoom;
      striking.push(rule);
    }
    return striking;
  }
}

function isTarget(
  { kind, operation: wanted, when }: FaultRule,
  operation: OperationId,
  request: LoggedRequest,
): boolean {
  if (wanted !== undefined && ![wanted].flat().includes(operation)) return false;
  // A login is what an expired token is followed by: it has none itself.
  if (kind === "expireToken" && operation === "login") return false;
  return when?.(request) ?? true;
}
