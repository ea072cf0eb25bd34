import { type OperationId, operations } from "@sitebay-tickets/contract";
import { AnswerTally } from "./answer-tally.ts";
import type { PlannedRead } from "./planned-read.ts";

/** Requests of one sort that were answered with one status. */
export interface ReadCount {
  readonly operation: OperationId;
  /** For people: `a known ticket_id`. */
  readonly how: string;
  readonly status: number;
  readonly answers: number;
  /** How many elements these answers held, where they are lists; else 0. */
  readonly elements: number;
}

/** A request that the spec forbids, and that was answered all the same. */
export interface Accepted {
  readonly read: PlannedRead;
  readonly status: number;
  /** Which answer of its operation it was, from 1. */
  readonly answer: number;
}

/** All that was read, counted. */
export class ReadingRecord {
  readonly accepted: Accepted[] = [];
  readonly #reads = new Map<string, ReadCount>();
  readonly #tallies = new Map<string, AnswerTally>();
  readonly #answers = new Map<OperationId, number>();

  /** By operation, in the order in which they were first made. */
  get reads(): readonly ReadCount[] {
    return [...this.#reads.values()].sort(byOperation);
  }

  /** By operation and status. */
  get tallies(): readonly AnswerTally[] {
    return [...this.#tallies.values()].sort((a, b) => byOperation(a, b) || a.status - b.status);
  }

  /** Counts an answer, and says which one of its operation it is. */
  addAnswer(operation: OperationId, status: number): { readonly tally: AnswerTally; readonly answer: number } {
    const key = `${operation} ${status}`;
    const tally = this.#tallies.get(key) ?? new AnswerTally(operation, status);
    this.#tallies.set(key, tally);
    const answer = this.answersOf(operation) + 1;
    this.#answers.set(operation, answer);
    return { tally, answer };
  }

  /** How many answers an operation gave, of whatever status. */
  answersOf(operation: OperationId): number {
    return this.#answers.get(operation) ?? 0;
  }

  addRead({ operation, how }: PlannedRead, status: number, elements: number): void {
    const key = `${operation} ${how} ${status}`;
    const before = this.#reads.get(key) ?? { operation, how, status, answers: 0, elements: 0 };
    this.#reads.set(key, { ...before, answers: before.answers + 1, elements: before.elements + elements });
  }
}

const order = Object.keys(operations);

function byOperation(a: { readonly operation: OperationId }, b: { readonly operation: OperationId }): number {
  return order.indexOf(a.operation) - order.indexOf(b.operation);
}
