// @vitest-environment happy-dom
import { describePage, describeTicketTest } from "./vitest-suite.ts";

describeTicketTest("happy-dom");
describePage("happy-dom");
