import { fromPointer, type Path } from "../spec/json-pointer.ts";
import { isObject, type JsonObject, type SpecDocument } from "../spec/spec-document.ts";
import { EVIDENCE } from "./evidence.ts";
import type { Finding } from "./finding.ts";

/** Which sides an entry has to name, by the word for what was done. */
const SIDES: Readonly<Record<string, { readonly upstream: boolean; readonly here: boolean }>> = {
  added: { upstream: false, here: true },
  changed: { upstream: true, here: true },
  "left-out": { upstream: true, here: false },
  renamed: { upstream: true, here: true },
};

/** Entries that are incomplete, or that speak of a place which the spec does not have. */
export function lintCuration(curation: SpecDocument, spec: SpecDocument): Finding[] {
  const findings: Finding[] = [];
  const report = (path: Path, message: string, fix: string): void => {
    findings.push({ file: curation.name, line: curation.nearestLineOf(path) ?? 1, rule: "curation", message, fix });
  };
  const entriesOf = (list: string, what: string, check: (entry: JsonObject, here: Path) => void): void => {
    const entries = curation.at([list]);
    if (!Array.isArray(entries)) report([list], `expected a list named ${list}`, `write ${list}: []`);
    for (const [i, entry] of Array.isArray(entries) ? entries.entries() : []) {
      const here = [list, i];
      if (!isObject(entry)) {
        report(here, "expected a mapping", "write one as the head of the file describes it");
        continue;
      }
      check(entry, here);
      if (typeof entry.reason !== "string" || entry.reason.trim() === "")
        report([...here, "reason"], `${what} needs a reason`, "say in a sentence why the two differ");
      const evidence = texts(entry.evidence);
      if (evidence.length === 0)
        report([...here, "evidence"], `${what} needs evidence`, `name who says so: ${EVIDENCE.join(", ")}`);
      for (const name of evidence.filter((name) => !EVIDENCE.includes(name))) {
        report([...here, "evidence"], `${name} is no kind of evidence`, `write one of ${EVIDENCE.join(", ")}`);
      }
      for (const pointer of texts(entry.here).filter((pointer) => !stands(spec, pointer))) {
        report([...here, "here"], `nothing stands at ${pointer} in ${spec.name}`, "correct the pointer, or remove it");
      }
    }
  };
  entriesOf("departures", "a departure", ({ change, upstream, here }, place) => {
    const sides = SIDES[String(change)];
    if (!sides)
      report([...place, "change"], "nobody knows this change", `write one of ${Object.keys(SIDES).join(", ")}`);
    if (upstream !== undefined && !isObject(upstream))
      report(
        [...place, "upstream"],
        "expected a mapping",
        "write pointers, each with what the service's document says there",
      );
    for (const [side, pointers] of [
      ["upstream", isObject(upstream) ? Object.keys(upstream) : []],
      ["here", texts(here)],
    ] as const) {
      if (sides?.[side] === true && pointers.length === 0)
        report(place, `what was ${change} needs a pointer under ${side}`, `add ${side} with a pointer to the place`);
      if (sides?.[side] === false && pointers.length > 0)
        report([...place, side], `what was ${change} has no place ${side}`, `leave ${side} out, or correct change`);
    }
    for (const pointer of isObject(upstream) ? Object.keys(upstream) : []) {
      if (!pointer.startsWith("#/"))
        report([...place, "upstream", pointer], "this is no JSON pointer", "write one that begins with #/");
    }
  });
  entriesOf("disagreements", "a disagreement", ({ here }, place) => {
    if (texts(here).length === 0)
      report(place, "a disagreement needs a pointer under here", "add here with a pointer to the place");
  });
  return findings;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Whether a pointer, in which `*` is any step and a step into a list may be a name, leads to something. */
function stands(spec: SpecDocument, pointer: string): boolean {
  if (!pointer.startsWith("#/")) return false;
  let values: unknown[] = [spec.value];
  for (const step of fromPointer(pointer)) {
    values = values.flatMap((value) => {
      if (typeof value !== "object" || value === null) return [];
      if (step === "*") return Object.values(value);
      if (Object.hasOwn(value, step)) return [(value as Readonly<Record<string, unknown>>)[step]];
      return Array.isArray(value) ? value.filter((item) => isCalled(spec, item, step)) : [];
    });
  }
  return values.length > 0;
}

/** Whether an entry of a list is a name, or a parameter of that name. */
function isCalled(spec: SpecDocument, item: unknown, name: string): boolean {
  if (!isObject(item)) return item === name;
  const target = typeof item.$ref === "string" ? spec.at(fromPointer(item.$ref)) : item;
  return isObject(target) && target.name === name;
}
