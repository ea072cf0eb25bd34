/** Which page of a list to return. What is left out is left to the service. */
export interface PageRequest {
  /** The first is 1, which is also the default. */
  readonly page?: number;
  /** How many items a page holds: 1 to 100; the service's default is 50. */
  readonly size?: number;
}

/** The query of a page: `exactOptionalPropertyTypes` tells absent from undefined, callers may not. */
export function pageQuery({ page, size }: { page?: number | undefined; size?: number | undefined }): PageRequest {
  return { ...(page !== undefined && { page }), ...(size !== undefined && { size }) };
}
