import type { OperationId } from "@sitebay-tickets/contract";
import { discard, judgeAnswer } from "./judge-answer.ts";
import { KnownIds } from "./known-ids.ts";
import {
  ordinaryReads,
  type PlannedRead,
  pathParameters,
  probes,
  type ReadOperation,
  readOperations,
  whyNotRead,
} from "./planned-read.ts";
import { ReadingRecord } from "./reading-record.ts";
import type { ServiceReader } from "./service-reader.ts";
import type { SpecPlaces } from "./spec-places.ts";
import { stopReason, unusable } from "./stop-reason.ts";

interface ReadOptions {
  /** How many values of each path parameter are read. */
  readonly sample: number;
  /** Told what is being read, after every element of a list. */
  readonly onProgress: (operation: OperationId, elements: number) => void;
}

/** An operation that was left out, altogether or from some point on. */
export interface NotRead {
  readonly operation: OperationId;
  /** For people: `not read, because no answer held a team_id`. */
  readonly says: string;
  /** Whether the service failed at it. */
  readonly failed: boolean;
}

/**
 * Reads the service once over: every operation that only reads, with the ids that earlier answers
 * gave, then what it should refuse. All that comes is held against the spec and counted; nothing of
 * it is kept but the ids of the sample.
 *
 * @throws TicketApiError when the service cannot be reached, refuses, or gives no answer of use
 */
export async function readService(
  service: ServiceReader,
  spec: SpecPlaces,
  { sample, onProgress }: ReadOptions,
): Promise<{ readonly record: ReadingRecord; readonly notRead: readonly NotRead[] }> {
  const record = new ReadingRecord();
  const ids = new KnownIds(pathParameters, sample);
  const notRead: NotRead[] = [];
  /** As long as no answer could be used. */
  let opening = true;

  /** @returns the status of the answer */
  const perform = async (read: PlannedRead): Promise<number> => {
    const { operation, expect } = read;
    onProgress(operation, 0);
    const received = await service(read);
    const { status, body } = received;
    const isSuccess = status >= 200 && status < 300;
    const { tally, answer } = record.addAnswer(operation, status);
    if (expect === "refuse" && isSuccess) {
      record.accepted.push({ read, status, answer });
      record.addRead(read, status, 0);
      await discard(body);
      return status;
    }
    const stop = expect === "accept" ? stopReason(status, tally.declared !== undefined, opening) : undefined;
    if (stop) throw stop(operation, status);
    const { elements, useless } = await judgeAnswer(tally, received, spec, answer, {
      onValue: (place, value) => ids.offer(place, value),
      onElement: (elements) => onProgress(operation, elements),
    });
    if (useless && opening) throw unusable(useless, "check the base URL")(operation, status);
    if (isSuccess) opening = false;
    record.addRead(read, status, elements);
    return status;
  };

  /** The client has tried several times when a failure comes out: the next one would take as long. */
  const performAll = async ({ id }: ReadOperation, reads: readonly PlannedRead[]): Promise<void> => {
    for (const read of reads) {
      if ((await perform(read)) < 500) continue;
      notRead.push({ operation: id, says: "read no further, because the service failed", failed: true });
      return;
    }
  };

  let pending = readOperations;
  for (;;) {
    const ready = pending.filter((operation) => ordinaryReads(operation, ids).length > 0);
    if (ready.length === 0) break;
    for (const operation of ready) await performAll(operation, ordinaryReads(operation, ids));
    pending = pending.filter((operation) => !ready.includes(operation));
  }
  notRead.push(
    ...pending.map((operation) => ({ operation: operation.id, says: whyNotRead(operation), failed: false })),
  );
  for (const operation of readOperations) {
    const hasFailed = notRead.some((each) => each.operation === operation.id && each.failed);
    if (!hasFailed) await performAll(operation, probes(operation, ids));
  }
  return { record, notRead };
}
