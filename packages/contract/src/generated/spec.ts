// Generated from openapi/tickets.yaml by `pnpm generate`. Do not edit.

/** The API's own description, the hash of the document that all of this was generated from, and where the service is. */
export const spec = {
  title: "SiteBay support tickets",
  version: "1.0.0",
  hash: "sha256:aefa15265f48b0965cb661f588a3bbdf5bcfb82ac9c4ba3df3a7cb443f01adac",
  baseUrl: "https://my.sitebay.org/f/api/v1",
  cookieName: "msb",
} as const;
