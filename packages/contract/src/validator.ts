/** One way in which a value breaks its schema. */
export interface SchemaViolation {
  /** JSON pointer to the offending value. */
  readonly instancePath: string;
  /** Where in the schema the broken rule stands. */
  readonly schemaPath: string;
  /** The rule's keyword, such as `required`, `type` or `format`. */
  readonly keyword: string;
  /** What the rule wanted, such as `{ missingProperty: "id" }`. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/**
 * Tells whether a value fits a schema. Fields that the schema does not name are fine.
 * After a refusal `errors` lists every violation; the next call overwrites it.
 */
export interface Validator<T> {
  (value: unknown): value is T;
  errors?: readonly SchemaViolation[] | null;
}
