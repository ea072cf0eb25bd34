import { type Document, isCollection, isNode, isScalar, LineCounter, parseDocument, visit, type YAMLError } from "yaml";
import { SpecError } from "./spec-error.ts";

/**
 * Parses a text that holds one YAML document, written so that every reader understands the same by it.
 *
 * @throws SpecError for anything else
 */
export function readYaml(text: string, name: string): { readonly document: Document; readonly lines: LineCounter } {
  const lines = new LineCounter();
  const document: Document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number, reason: string) => new SpecError(name, lines.linePos(offset).line, reason);
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) throw at(whereItBegan(document, problem), reasonOf(problem));
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
    throw new SpecError(name, 1, "the file is empty");
  visit(document, {
    Alias: (_, alias) => {
      throw at(alias.range?.[0] ?? 0, `*${alias.source} repeats what stands elsewhere; use $ref, or write it out`);
    },
    Pair: (_, { key, value }) => {
      if (isScalar(key) && key.value !== null) return;
      // YAML allows it, but in JavaScript it becomes text that nobody wrote.
      const place = [key, value].find((node) => isNode(node) && node.range);
      throw at((isNode(place) && place.range?.[0]) || 0, "a key must be a word");
    },
  });
  return { document, lines };
}

function reasonOf({ code, message }: YAMLError): string {
  if (code === "MULTIPLE_DOCS") return "another document begins here; expected one in the file";
  const [sentence = ""] = message.split("\n");
  return sentence.replace(/ at line \d+, column \d+:$/, "").trim();
}

/** A bracket or quote that is never closed is noticed on some later line, but has to be mended where it stands. */
function whereItBegan(document: Document, { code, message, pos: [noticed] }: YAMLError): number {
  const isOpened = code === "MISSING_CHAR" || (code === "BAD_INDENT" && message.startsWith("Flow "));
  let opened = noticed;
  if (isOpened) {
    visit(document, {
      Node: (_, node) => {
        const isDelimited = isCollection(node) ? node.flow : isScalar(node) && node.type?.startsWith("QUOTE");
        const [start, , end] = node.range ?? [noticed, noticed, noticed];
        if (isDelimited && start < noticed && noticed <= end) opened = start;
      },
    });
  }
  return opened;
}
