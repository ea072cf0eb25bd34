import { operationsIn } from "../spec/operations-in.ts";
import { isObject, type SpecDocument } from "../spec/spec-document.ts";
import type { Objection } from "./rule.ts";

const CLASSES = ["safe", "rejected-only"];
/** HTTP promises of these that a second request changes nothing more. */
const REPEATABLE = ["delete", "get", "head", "options", "put", "trace"];

/**
 * Every operation says when a request may be sent again, and says what fits its method. Of the POSTs
 * only the one that obtains a token may be `safe`: any other may do its work a second time.
 */
export function* retry(spec: SpecDocument): Generator<Objection> {
  const tokenUrls = tokenUrlsOf(spec);
  for (const { path: operation, method, template, value } of operationsIn(spec)) {
    const path = [...operation, "x-retry"];
    const word = value["x-retry"];
    const name = method.toUpperCase();
    if (typeof word !== "string" || !CLASSES.includes(word)) {
      yield {
        path,
        message: word === undefined ? "x-retry is missing" : `${word} is no retry class`,
        fix: "write x-retry: safe where repeating a request changes nothing more, else x-retry: rejected-only",
      };
    } else if (word === "rejected-only" && REPEATABLE.includes(method)) {
      yield {
        path,
        message: `HTTP promises that repeating a ${name} changes nothing more`,
        fix: "write x-retry: safe",
      };
    } else if (word === "safe" && method === "post" && !tokenUrls.some((url) => url.endsWith(template))) {
      yield {
        path,
        message: `a ${name} that is sent twice may do its work twice`,
        fix: "write x-retry: rejected-only; only a POST to a security scheme's tokenUrl may be safe",
      };
    }
  }
}

/** Where tokens are obtained, as the security schemes say: a path or a full URL. */
function tokenUrlsOf(spec: SpecDocument): string[] {
  const schemes = spec.at(["components", "securitySchemes"]);
  return Object.values(isObject(schemes) ? schemes : {}).flatMap((scheme) => {
    const flows = isObject(scheme) && isObject(scheme.flows) ? Object.values(scheme.flows) : [];
    return flows.flatMap((flow) => (isObject(flow) && typeof flow.tokenUrl === "string" ? [`/${flow.tokenUrl}`] : []));
  });
}
