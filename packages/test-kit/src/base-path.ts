import { spec } from "@sitebay-tickets/contract";

/** The path below which the service, and so the mock, serves its API: `/f/api/v1`. */
export const basePath = new URL(spec.baseUrl).pathname;
