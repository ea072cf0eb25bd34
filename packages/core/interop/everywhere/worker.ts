import { runCases } from "./run-cases.ts";

interface Bindings {
  readonly BASE_URL: string;
  readonly NOWHERE: string;
}

/** Runs the cases in workerd, as its command `test` calls them, and prints the outcomes as JSON. */
export default {
  async test(_controller: unknown, { BASE_URL, NOWHERE }: Bindings): Promise<void> {
    console.log(JSON.stringify(await runCases(BASE_URL, NOWHERE)));
  },
};
