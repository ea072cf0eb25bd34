import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { listeningError } from "../../server/listening-error.ts";
import { type ServerAddress, serverAddress } from "../../server/server-address.ts";

/** Listens, and hands each connection to whoever serves now. While nobody does, connections wait. */
export class ConnectionRelay {
  readonly address: ServerAddress;
  readonly #server: Server;
  readonly #waiting = new Set<Socket>();
  #take: ((socket: Socket) => void) | undefined;

  private constructor(server: Server, host: string) {
    this.#server = server;
    // Of a server that listens on a port the address is never a path, nor null.
    this.address = serverAddress(host, server.address() as AddressInfo);
    server.on("connection", (socket) => {
      if (this.#take) this.#take(socket);
      else this.#waiting.add(socket);
    });
  }

  /** @throws Error in one line when the address cannot be listened on */
  static async listen(host: string, port: number): Promise<ConnectionRelay> {
    const server = createServer({ pauseOnConnect: true });
    server.listen(port, host);
    await once(server, "listening").catch((cause) => {
      throw listeningError(host, port, cause);
    });
    return new ConnectionRelay(server, host);
  }

  /** Hands over every connection from now on, those that wait too; with undefined they wait again. */
  handTo(take: ((socket: Socket) => void) | undefined): void {
    this.#take = take;
    if (!take) return;
    for (const socket of this.#waiting) take(socket);
    this.#waiting.clear();
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#waiting) socket.destroy();
  }
}
