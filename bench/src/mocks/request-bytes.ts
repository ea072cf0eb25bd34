import type { Workload } from "./workloads.ts";

/** A workload's request as it goes over a connection that stays open. */
export function requestBytes({ method, path, body }: Workload, basePath: string): Buffer {
  const head = [
    `${method} ${basePath}${path} HTTP/1.1`,
    "Host: 127.0.0.1",
    "Accept: */*",
    "Authorization: Bearer demo-token",
    ...(body === undefined ? [] : ["Content-Type: application/json", `Content-Length: ${Buffer.byteLength(body)}`]),
  ];
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n${body ?? ""}`);
}
