import { readFileSync } from "node:fs";
import { MockoonServer } from "@mockoon/commons-server";

/** Mockoon's server, as its own command starts it: `node mockoon.js PORT ENVIRONMENT_FILE`. */

const [port, file = ""] = process.argv.slice(2);
const environment = JSON.parse(readFileSync(file, "utf8"));

const server = new MockoonServer({ ...environment, port: Number(port) }, { enableAdminApi: false });
server.on("error", (code, error) => {
  console.error(`Mockoon: ${code}`, error);
  process.exit(1);
});
server.start();
