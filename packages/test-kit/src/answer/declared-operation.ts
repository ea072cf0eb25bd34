import type { OperationId, operations, paths } from "@sitebay-tickets/contract";

/** An operation as the spec declares it: its parameters, its body, its answers. */
export type Declared<Id extends OperationId> = paths[(typeof operations)[Id]["path"]][Lowercase<
  (typeof operations)[Id]["method"]
> &
  keyof paths[(typeof operations)[Id]["path"]]];

/** A request that was judged and found good, with defaults filled in. */
export interface JudgedRequest<Id extends OperationId> {
  readonly path: Parameters<Id, "path">;
  readonly query: Parameters<Id, "query">;
  readonly body: RequestBody<Id>;
}

type Parameters<Id extends OperationId, In extends "path" | "query"> =
  Declared<Id> extends { parameters: { [Place in In]?: infer Values } } ? Required<NonNullable<Values>> : never;

type RequestBody<Id extends OperationId> =
  Declared<Id> extends { requestBody: { content: infer Content } } ? Content[keyof Content] : undefined;
