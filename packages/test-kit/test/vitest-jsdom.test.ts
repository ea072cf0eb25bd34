// @vitest-environment jsdom
import { describePage, describeTicketTest } from "./vitest-suite.ts";

describeTicketTest("jsdom");
describePage("jsdom");
