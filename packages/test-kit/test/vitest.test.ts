import { describeTicketTest } from "./vitest-suite.ts";

describeTicketTest("Node");
