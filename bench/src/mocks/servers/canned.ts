import { createServer } from "node:net";

/**
 * Shows what the load generator can do: `node canned.js PORT`. Writes the same bytes for whatever
 * arrives, and understands none of it.
 */

const [port] = process.argv.slice(2);
const body = JSON.stringify({ text: "x".repeat(1500) });
const answer = Buffer.from(
  `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
);

createServer({ noDelay: true }, (socket) => {
  socket.on("data", () => socket.write(answer));
  socket.on("error", () => socket.destroy());
}).listen(Number(port), "127.0.0.1");
