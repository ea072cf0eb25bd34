import {
  AuthenticationError,
  InvalidResponseError,
  isTicketApiError,
  NotFoundError,
  PermissionError,
  type TicketApiError,
} from "@sitebay-tickets/core";
import { OutputError } from "../output/output-error.ts";
import { LockedError } from "../output/run-lock.ts";
import { ScopeError } from "../output/run-scope.ts";
import { UnusableElementError } from "../tickets/received-ticket.ts";
import { CREDENTIAL_VARIABLES } from "./credentials-from-environment.ts";
import { exitCode } from "./exit-code.ts";
import { Interruption } from "./interruption.ts";
import { UsageError } from "./usage-error.ts";

/** What a failure means to whoever started the command. */
export interface Failure {
  readonly exitCode: number;
  /** What went wrong, in one line. */
  readonly message: string;
  /** What to do about it, where the message does not say so. */
  readonly hint?: string;
}

/** Reads an error, or returns undefined where it is none that a user could cause. */
export function failureOf(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  const { message } = error;
  if (error instanceof UsageError) return { exitCode: exitCode.usage, message };
  if (error instanceof Interruption) return { exitCode: error.exitCode, message };
  if (error instanceof LockedError) return { exitCode: exitCode.locked, message };
  if (error instanceof ScopeError) return { exitCode: exitCode.refused, message };
  if (error instanceof OutputError) return { exitCode: exitCode.output, message };
  if (error instanceof UnusableElementError) return { exitCode: exitCode.answer, message };
  if (!isTicketApiError(error)) return undefined;
  if (error instanceof AuthenticationError || error instanceof PermissionError) {
    const source = `Credentials are taken from the first of ${CREDENTIAL_VARIABLES} that is set.`;
    const hint = isTeams(error) ? `An API key belongs to one team: check --team. ${source}` : source;
    return { exitCode: exitCode.credentials, message, hint };
  }
  if (error instanceof NotFoundError) {
    const source = "The address comes from --base-url or SITEBAY_BASE_URL.";
    const hint = isTeams(error)
      ? `There is no such team, or the credential may not see it: check --team. ${source}`
      : source;
    return { exitCode: exitCode.usage, message, hint };
  }
  if (error instanceof InvalidResponseError) return { exitCode: exitCode.answer, message };
  return { exitCode: exitCode.service, message };
}

/** Whether it was a team's tickets that were asked for. */
function isTeams({ operation }: TicketApiError): boolean {
  return operation === "listTeamTickets";
}
