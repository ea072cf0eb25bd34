import type { Case } from "../case.ts";
import { badDays } from "./bad-days.ts";
import { credentials } from "./credentials.ts";
import { leaving } from "./leaving.ts";
import { observing } from "./observing.ts";
import { reading } from "./reading.ts";
import { retries } from "./retries.ts";
import { writing } from "./writing.ts";

export const allCases: readonly Case[] = [
  ...reading,
  ...writing,
  ...credentials,
  ...retries,
  ...badDays,
  ...leaving,
  ...observing,
];
