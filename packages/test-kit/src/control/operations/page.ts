import { readPackageFile } from "../../package-file.ts";
import { ControlRefusal, type ControlResponse, json } from "../control-messages.ts";
import type { ControlRoute } from "../control-route.ts";
import { stateOf } from "./state.ts";

export const pageRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/",
    // A browser asks for HTML first; who asks for nothing in particular is a program.
    answer: (call) => (call.accept.includes("text/html") ? part("page.html") : json(200, stateOf(call))),
  },
  {
    method: "GET",
    path: "/page/{part}",
    answer({ parameters: { part: name } }) {
      if (isPart(name)) return part(name);
      throw new ControlRefusal(404, `The page has no part ${JSON.stringify(name)}.`);
    },
  },
];

const partTypes = {
  "page.html": "text/html",
  "page.css": "text/css",
  "main.js": "text/javascript",
  "control-client.js": "text/javascript",
  "element.js": "text/javascript",
  "fault-form.js": "text/javascript",
  "fault-list.js": "text/javascript",
  "request-log.js": "text/javascript",
  "request-row.js": "text/javascript",
  "world-panel.js": "text/javascript",
} as const;

function part(name: keyof typeof partTypes): ControlResponse {
  return {
    status: 200,
    headers: {
      "content-type": `${partTypes[name]}; charset=utf-8`,
      "cache-control": "no-cache",
      "content-security-policy": POLICY,
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    },
    body: readPackageFile(`page/${name}`),
  };
}

function isPart(name: string | undefined): name is keyof typeof partTypes {
  return name !== undefined && Object.hasOwn(partTypes, name);
}

/** The page shows what requests held: should any of it ever become markup, it can neither run nor call home. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");
