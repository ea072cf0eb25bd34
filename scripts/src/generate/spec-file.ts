import { isObject, type SpecDocument } from "../spec/spec-document.ts";
import { header, literal } from "./source-text.ts";

/** What a client has to know of the API as a whole. */
export function specFile(spec: SpecDocument): string {
  const info = spec.object(["info"]);
  const cookie = securityScheme(spec, (scheme) => scheme.type === "apiKey" && scheme.in === "cookie");
  const facts = {
    title: info.title,
    version: info.version,
    hash: spec.hash,
    baseUrl: spec.object(["servers", 0]).url,
    cookieName: cookie.name,
  };
  return `${header}/** The API's own description, the hash of the document that all of this was generated from, and where the service is. */
export const spec = ${literal(facts)} as const;
`;
}

function securityScheme(
  spec: SpecDocument,
  wanted: (scheme: Readonly<Record<string, unknown>>) => boolean,
): Readonly<Record<string, unknown>> {
  const schemes = Object.values(spec.object(["components", "securitySchemes"]));
  const found = schemes.filter(isObject).find(wanted);
  if (!found) throw spec.error(["components", "securitySchemes"], "expected an apiKey scheme in a cookie");
  return found;
}
