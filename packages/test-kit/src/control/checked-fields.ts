import { ControlRefusal } from "./control-messages.ts";

/** What a field of a body must be. */
export interface FieldCheck<Value> {
  readonly isFine: (value: unknown) => value is Value;
  /** As in "must be a whole number". */
  readonly wanted: string;
}

type FieldChecks = Readonly<Record<string, FieldCheck<unknown>>>;

type Checked<Checks extends FieldChecks> = {
  readonly [Name in keyof Checks]: Checks[Name] extends FieldCheck<infer Value> ? Value : never;
};

/**
 * The fields of a body, all of which must be there.
 *
 * @param place what the object is called in the refusal, as in "The body"
 * @throws ControlRefusal that names the field that is missing, unknown or wrong
 */
export function checkedFields<Checks extends FieldChecks>(
  value: unknown,
  checks: Checks,
  place = "The body",
): Checked<Checks> {
  const fields = someFields(value, checks, place);
  for (const [name, { wanted }] of Object.entries(checks)) {
    if (!(name in fields)) throw new ControlRefusal(400, `${place} lacks ${name}, which must be ${wanted}.`);
  }
  // Every field is there, and was looked at.
  return fields as Checked<Checks>;
}

/** The fields of a body, any of which may be left out. @throws ControlRefusal that names the field that is wrong */
export function someFields<Checks extends FieldChecks>(
  value: unknown,
  checks: Checks,
  place = "The body",
): Partial<Checked<Checks>> {
  const names = Object.keys(checks).join(", ");
  if (value === undefined) throw new ControlRefusal(400, `${place} is missing; it is an object with ${names}.`);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ControlRefusal(400, `${place} is an object with ${names}, not ${shown(value)}.`);
  }
  for (const [name, field] of Object.entries(value)) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (!check) throw new ControlRefusal(400, `${place} has no field ${name}; it takes ${names}.`);
    if (!check.isFine(field)) {
      throw new ControlRefusal(400, `${place}: ${name} must be ${check.wanted}, not ${shown(field)}.`);
    }
  }
  // Each field that is there was looked at.
  return value as Partial<Checked<Checks>>;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

const MOST_SHOWN = 60;
