import { describeTicketTest } from "../../test/vitest-suite.ts";

describeTicketTest("Chromium");
