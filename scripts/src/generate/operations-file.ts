import type { OperationModel } from "./operation-model.ts";
import { header, literal } from "./source-text.ts";

/** The operation table: what a client or a mock has to know to send or to route a request. */
export function operationsFile(operations: readonly OperationModel[]): string {
  const table = Object.fromEntries(
    operations.map((operation) => [
      operation.id,
      {
        id: operation.id,
        method: operation.method,
        path: operation.path,
        retry: operation.retry,
        secured: operation.secured,
        pathParameters: operation.parameters
          .filter((parameter) => parameter.in === "path")
          .map((parameter) => parameter.name),
        success: Number(operation.responses.find((response) => response.status.startsWith("2"))?.status),
        statuses: operation.responses.map((response) => response.status),
      },
    ]),
  );
  return `${header}/** Every operation of the API, by its id. */
export const operations = ${literal(table)} as const satisfies Record<string, Operation>;

export type OperationId = keyof typeof operations;
export type OperationPath = (typeof operations)[OperationId]["path"];
export type Method = (typeof operations)[OperationId]["method"];

export interface Operation {
  readonly id: string;
  readonly method: "DELETE" | "GET" | "HEAD" | "OPTIONS" | "PATCH" | "POST" | "PUT" | "TRACE";
  /** The path's template below the base URL. */
  readonly path: string;
  /**
   * When a request may be sent again. \`safe\`: whenever the outcome is unknown. \`rejected-only\`:
   * only when the service did nothing for certain.
   */
  readonly retry: "rejected-only" | "safe";
  /** Whether the operation asks for a credential. */
  readonly secured: boolean;
  readonly pathParameters: readonly string[];
  /** The status of a success. */
  readonly success: number;
  /** Every status that the spec declares, as it writes it: \`200\`, \`5XX\`. */
  readonly statuses: readonly string[];
}
`;
}
