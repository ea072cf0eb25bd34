import { Document, isCollection, isScalar, isSeq, visit } from "yaml";

/** Longest list that is written on one line. */
const LINE = 100;

const DATE = /^\d{4}-\d\d-\d\d/;

/**
 * A value as our documents write it, in lines without indentation: lists of plain values on one line,
 * but for `required`, which is read down.
 */
export function yamlLines(value: unknown): string[] {
  const document = new Document(value, WRITTEN_OUT);
  visit(document, {
    Scalar(_, scalar) {
      // Older readers of YAML would take it for a date.
      if (typeof scalar.value === "string" && DATE.test(scalar.value)) scalar.type = "QUOTE_DOUBLE";
    },
    Seq(_, list, path) {
      const holder = path.at(-1);
      const key = holder && "key" in holder && isScalar(holder.key) ? holder.key.value : undefined;
      const isPlain = list.items.every((item) => isScalar(item));
      const isKept = key !== undefined || isSeq(holder);
      list.flow = isKept && isPlain && key !== "required" && String(list).length < LINE;
    },
  });
  return document.toString(LAYOUT).trimEnd().split("\n");
}

/** The same for what stands behind a key and its colon: the rest of the key's line, then more lines. */
export function valueBehindKey(key: string, value: unknown): string[] {
  // The key's name matters to the layout; its quotes would be in the way.
  const name = key === "required" ? key : "key";
  const [first = "", ...more] = yamlLines({ [name]: value });
  return [first.slice(name.length + 1), ...more];
}

/** A value on one line. */
export function yamlInline(value: unknown): string {
  const document = new Document(value, WRITTEN_OUT);
  if (isCollection(document.contents)) document.contents.flow = true;
  return document.toString(LAYOUT).trim();
}

/** What is met twice is written twice. */
const WRITTEN_OUT = { aliasDuplicateObjects: false } as const;
const LAYOUT = { lineWidth: 0, flowCollectionPadding: false } as const;
