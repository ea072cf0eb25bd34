export { type FixtureOptions, page, reply, ticket, user } from "./fixtures/fixtures.ts";
