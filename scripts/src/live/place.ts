import type { JsonSchema } from "@sitebay-tickets/contract/schemas";
import { toPointer } from "../spec/json-pointer.ts";
import { DepartureCount } from "./departure-count.ts";

/** A place that a schema describes, such as every ticket's `created_at`, and what answers held there. */
export class Place {
  /** With `*` for any index. */
  readonly pointer: string;
  /** The last step of it. */
  readonly name: string;
  readonly schema: JsonSchema;
  readonly parent: Place | undefined;
  readonly fields: ReadonlyMap<string, Place>;
  readonly items: Place | undefined;
  /** How many values stood here. */
  seen = 0;
  /** How many of them were objects. */
  objects = 0;
  /** How many of them were times, and how many of those lacked a zone. */
  readonly times = { all: 0, naive: 0 };
  readonly departures = new DepartureCount();

  constructor(schema: JsonSchema, steps: readonly string[] = [], parent?: Place) {
    const below = (step: string, schema: JsonSchema) => new Place(schema, [...steps, step], this);
    this.pointer = toPointer(steps).slice(1);
    this.name = steps.at(-1) ?? "";
    this.schema = schema;
    this.parent = parent;
    this.fields = new Map(
      Object.entries(schema.properties ?? {}).map(([name, field]) => [name, below(name, field)] as const),
    );
    this.items = schema.items && below("*", schema.items);
  }

  /** This place and all below. */
  *all(): Generator<Place, void, undefined> {
    yield this;
    for (const place of [...this.fields.values(), ...(this.items ? [this.items] : [])]) yield* place.all();
  }
}
