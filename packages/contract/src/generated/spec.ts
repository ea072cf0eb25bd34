// Generated from openapi/tickets.yaml by `pnpm generate`. Do not edit.

/** The API's own description, the hash of the document that all of this was generated from, and where the service is. */
export const spec = {
  title: "SiteBay support tickets",
  version: "1.0.0",
  hash: "sha256:334066afd384b36a5a69d1bf118a487f988a183f4d3779ab6a51df2598b5e13d",
  baseUrl: "https://my.sitebay.org/f/api/v1",
  cookieName: "msb",
} as const;
