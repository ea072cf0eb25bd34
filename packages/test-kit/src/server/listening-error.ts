/** Why an address cannot be listened on, in one line. @param cause Node's error, with its `code` */
export function listeningError(host: string, port: number, cause: NodeJS.ErrnoException): Error {
  return new Error(`Cannot listen on ${host}:${port}: ${reasons[cause.code ?? ""] ?? cause.message}.`, { cause });
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: "the port is in use; choose another one, or 0 for any that is free",
  EACCES: "not allowed; ports below 1024 are often reserved, so choose a higher one",
  EADDRNOTAVAIL: "this machine has no such address; 127.0.0.1 is always there, 0.0.0.0 is all of them",
  EAI_AGAIN: "the host's name cannot be looked up; write an address, such as 127.0.0.1",
  ENOTFOUND: "no such host; write an address, such as 127.0.0.1",
};
