import { matchPath, type OperationId } from "@sitebay-tickets/contract";
import type { Middleware } from "openapi-fetch";
import { InvalidRequestError } from "../errors.ts";
import { asked } from "../transport/call.ts";

/**
 * Refuses a request whose path parameter is missing, empty, `.` or `..`, before anything is sent: its
 * URL would be another operation's, such as the list's instead of a ticket's.
 */
export function requirePathParameters(baseUrl: string): Middleware {
  return {
    onRequest({ request, schemaPath, params }) {
      const values = params.path ?? {};
      const name = parameterNames(schemaPath).find((name) => vanishesFromPath(values[name]));
      if (name === undefined) return;
      const { method } = request;
      const url = baseUrl + schemaPath;
      // A parameter is named after what it identifies: ticket_id, team_id.
      const what = name.replace(/_id$/, "");
      const given = values[name] === undefined ? "missing" : `"${values[name]}"`;
      throw new InvalidRequestError(
        `${asked({ method, url })} was not sent, because ${name} is ${given}: pass the id of a ${what}.`,
        { operation: operationAt(schemaPath, method), method, url, attempts: 0, elapsedMs: 0 },
      );
    },
  };
}

function parameterNames(template: string): string[] {
  return [...template.matchAll(/\{([^{}]+)\}/g)].flatMap(([, name]) => name ?? []);
}

function vanishesFromPath(value: unknown): boolean {
  return value === undefined || value === null || ["", ".", ".."].includes(String(value));
}

function operationAt(schemaPath: string, method: string): OperationId | undefined {
  // A template is a path of its own kind: each parameter stands for itself.
  const byMethod: Readonly<Record<string, OperationId>> = matchPath(schemaPath)?.operations ?? {};
  return byMethod[method];
}
