import { SpecDocument } from "../../spec/spec-document.ts";

const last = new Map<string, { readonly text: string; readonly document: SpecDocument }>();

/** The document of a text. Between two edits the same text is asked for several times, and parsed once. */
export function parsed(text: string, name: string): SpecDocument {
  const known = last.get(name);
  if (known?.text === text) return known.document;
  const document = SpecDocument.parse(text, name);
  last.set(name, { text, document });
  return document;
}
