import type { SpecDocument } from "./spec-document.ts";

/** The path that all of a document's paths begin with on the wire, without a slash at its end. */
export function serverPrefix(spec: SpecDocument): string {
  return serverUrl(spec).pathname.replace(/\/+$/, "");
}

/** The address of the document's first server; one that it leaves open is on this machine. */
export function serverUrl(spec: SpecDocument): URL {
  const url = spec.at(["servers", 0, "url"]);
  return URL.parse(typeof url === "string" ? url : "/", NOWHERE) ?? new URL(NOWHERE);
}

export const NOWHERE = "http://localhost/";
