/** What the command needs of the process that it runs in. */
export interface CliEnvironment {
  readonly stdout: Output;
  readonly stderr: Pick<Output, "write">;
  /** Aborted when the process is told to stop. */
  readonly stop: AbortSignal;
  /** The program's own file, to be started once more. */
  readonly program: string;
}

interface Output {
  write(text: string): unknown;
  once(event: "error", listener: () => void): unknown;
}
