import type { SpecDocument } from "../spec/spec-document.ts";
import { cookieScheme } from "./spec-file.ts";

/** Refuses a document without what is said of the API as a whole. @throws SpecError */
export function checkHead(spec: SpecDocument): void {
  const { openapi, swagger } = spec.value;
  if (typeof openapi !== "string" || !/^3\.1\.\d+$/.test(openapi)) {
    const found = openapi ?? swagger;
    throw spec.error(
      [openapi === undefined && swagger !== undefined ? "swagger" : "openapi"],
      `expected OpenAPI 3.1.x${found === undefined ? "" : `, found ${found}`}`,
    );
  }
  for (const key of ["title", "version"]) {
    const value = spec.object(["info"])[key];
    if (typeof value !== "string" || value === "") throw spec.error(["info", key], `info needs a ${key}, a text`);
  }
  const url = spec.at(["servers", 0, "url"]);
  if (typeof url !== "string" || !/^https?:/.test(url) || !URL.canParse(url))
    throw spec.error(["servers", 0, "url"], "the document needs a server with the service's full URL");
  spec.object(["components", "schemas"]);
  if (typeof cookieScheme(spec).name !== "string")
    throw spec.error(["components", "securitySchemes"], "the apiKey scheme in a cookie needs the cookie's name");
}
