/** As the service takes them: a UUID of version 4, with its hyphens. */
const TEAM_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * Reads a team's id. Upper case is taken too.
 *
 * @throws TypeError when it is none that the service would take
 */
export function parseTeamId(text: string): string {
  const id = text.trim().toLowerCase();
  if (TEAM_ID.test(id)) return id;
  throw new TypeError(
    `${JSON.stringify(text)} is no team's id, which is a UUID such as 0b9f7f36-54a5-4b0e-8f0c-6f6f7d4a1e02.`,
  );
}
