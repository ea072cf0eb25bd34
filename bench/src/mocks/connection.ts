import { connect } from "node:net";
import { ResponseReader } from "./response-reader.ts";

/** A connection that asks the same thing again as soon as it has the whole answer. */
export interface AskingConnection {
  /** How many whole answers came. */
  readonly answers: number;
  close(): void;
}

interface Question {
  readonly port: number;
  readonly request: Buffer;
  /** Any other status ends the questions. */
  readonly status: number;
}

/** @param fail told what went wrong; nothing more is asked then */
export function keepAsking({ port, request, status }: Question, fail: (error: unknown) => void): AskingConnection {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  const reader = new ResponseReader();
  let answers = 0;
  socket.on("connect", () => socket.write(request));
  socket.on("data", (chunk) => {
    try {
      const answered = reader.take(chunk);
      if (answered === undefined) return;
      if (answered !== status) throw new Error(`Expected status ${status}, and got ${answered}.`);
      answers += 1;
      socket.write(request);
    } catch (error) {
      socket.destroy();
      fail(error);
    }
  });
  socket.on("error", fail);
  socket.on("end", () => fail(new Error("The server closed a connection that was to stay open.")));
  return {
    get answers() {
      return answers;
    },
    close: () => socket.destroy(),
  };
}
