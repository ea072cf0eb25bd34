/** A table of a tabular export, derived from a schema that carries `x-export`. */
export interface ExportTable {
  /** The table's name, which is also its file's: `tickets`. */
  readonly name: string;
  /** The schema of one row: `Ticket`. */
  readonly schema: string;
  /** The column that identifies a row. */
  readonly key: string;
  /** For rows that stand inside another table's rows. */
  readonly parent?: {
    /** The other table's name. */
    readonly table: string;
    /** The array property of the parent's row that holds these rows. */
    readonly property: string;
  };
  /** In the order of the spec, the parent's key first. */
  readonly columns: readonly ExportColumn[];
}

export interface ExportColumn {
  readonly name: string;
  /** Whose value this is: the row's own, or the row's in the parent table. */
  readonly of: "row" | "parent";
  /** The properties that lead to the value. */
  readonly path: readonly string[];
  readonly kind: ColumnKind;
  readonly nullable: boolean;
}

/** `json` stands for values without columns of their own: they are written as JSON text. */
export type ColumnKind = "boolean" | "date-time" | "integer" | "json" | "number" | "string";
