import type { OperationId } from "@sitebay-tickets/contract";

/** An answer that breaks the spec without having said so. */
export interface Violation {
  readonly operation: OperationId;
  readonly status: number;
  /** JSON pointer into the body; empty for the body as a whole, or when the status or the type is what is wrong. */
  readonly pointer: string;
  readonly message: string;
}

/** An answer that departs from the spec on purpose. */
export interface OffSpecAnswer {
  readonly operation: OperationId;
  readonly status: number;
  readonly reason: string;
}

/** What became of judging a world's answers. */
export class Judgements {
  readonly violations: Violation[] = [];
  readonly offSpec: OffSpecAnswer[] = [];

  clear(): void {
    this.violations.length = 0;
    this.offSpec.length = 0;
  }

  /** @throws Error that lists every violation, if there was one */
  assertNone(): void {
    if (this.violations.length > 0) throw new Error(this.violations.map(violationText).join("\n"));
  }
}

export function violationText({ operation, status, pointer, message }: Violation): string {
  const place = pointer === "" ? "" : ` at ${pointer}`;
  return `An answer of ${operation} with status ${status} breaks the spec${place}: ${message}. Mend it, or mark it with offSpec("reason", …).`;
}
