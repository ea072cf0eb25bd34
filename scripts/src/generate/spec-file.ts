import { isObject, type JsonObject, type SpecDocument } from "../spec/spec-document.ts";
import { header, literal } from "./source-text.ts";

/** What a client has to know of the API as a whole. */
export function specFile(spec: SpecDocument): string {
  const info = spec.object(["info"]);
  const facts = {
    title: info.title,
    version: info.version,
    hash: spec.hash,
    baseUrl: spec.object(["servers", 0]).url,
    cookieName: cookieScheme(spec).name,
  };
  return `${header}/** The API's own description, the hash of the document that all of this was generated from, and where the service is. */
export const spec = ${literal(facts)} as const;
`;
}

/** The security scheme that travels in a cookie. @throws SpecError when there is none */
export function cookieScheme(spec: SpecDocument): JsonObject {
  const schemes = Object.values(spec.object(["components", "securitySchemes"])).filter(isObject);
  const found = schemes.find((scheme) => scheme.type === "apiKey" && scheme.in === "cookie");
  if (!found) throw spec.error(["components", "securitySchemes"], "expected an apiKey scheme in a cookie");
  return found;
}
