/** The part of JSON Schema 2020-12 that the spec uses. */
export interface JsonSchema {
  readonly description?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly [keyword: string]: unknown;
}

export type JsonType = "array" | "boolean" | "integer" | "null" | "number" | "object" | "string";

/** What an operation takes and answers, as schemas. */
export interface OperationSchemas {
  readonly parameters: readonly ParameterSchema[];
  readonly requestBody?: {
    readonly required: boolean;
    readonly contentType: string;
    readonly schema: JsonSchema;
  };
  /** By status as the spec writes it: `200`, `5XX`. */
  readonly responses: Readonly<Record<string, JsonSchema>>;
}

export interface ParameterSchema {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
  readonly schema: JsonSchema;
}
