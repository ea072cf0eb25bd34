import { type JsonSchema, schemas } from "@sitebay-tickets/contract/schemas";
import { formats } from "@sitebay-tickets/contract/validator-runtime";
import type { Place } from "./place.ts";

/**
 * Collects from answers what path parameters can be filled with. `team_id` is what any field of that
 * name holds; `ticket_id` is also the `id` of a `Ticket`, since parameters are named after schemas.
 */
export class KnownIds {
  readonly #most: number;
  readonly #wanted: ReadonlyMap<string, JsonSchema>;
  readonly #fitting = new Map<string, Set<string>>();
  readonly #others = new Map<string, Set<string>>();

  /**
   * @param wanted the parameters' schemas by name
   * @param most how many of each to keep, the first that come
   */
  constructor(wanted: ReadonlyMap<string, JsonSchema>, most: number) {
    this.#wanted = wanted;
    this.#most = most;
  }

  /** Takes a value that stands at a place, if it is one of the wanted. */
  offer(place: Place, value: unknown): void {
    if (typeof value !== "string" || value === "") return;
    const name = place.name === "id" && place.parent ? (idNames.get(place.parent.schema) ?? "") : place.name;
    const wanted = this.#wanted.get(name);
    if (!wanted) return;
    const kept = fits(wanted, value) ? this.#fitting : this.#others;
    const values = kept.get(name) ?? new Set();
    kept.set(name, values);
    if (values.size < this.#most) values.add(value);
  }

  /** Those that fit the parameter's schema; when there are none, what came in their place. */
  of(name: string): readonly string[] {
    return [...(this.#fitting.get(name) ?? this.#others.get(name) ?? [])];
  }
}

/** What the id of each component is called elsewhere: `Ticket` → `ticket_id`. */
const idNames: ReadonlyMap<JsonSchema, string> = new Map(
  Object.entries(schemas).map(([name, schema]) => [
    schema,
    `${name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase()}_id`,
  ]),
);

function fits({ format = "" }: JsonSchema, text: string): boolean {
  const check: unknown = Object.hasOwn(formats, format) ? formats[format as keyof typeof formats] : undefined;
  if (check instanceof RegExp) return check.test(text);
  return typeof check === "function" ? check(text) === true : true;
}
