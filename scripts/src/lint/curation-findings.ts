import { fromPointer, type Path } from "../spec/json-pointer.ts";
import { isObject, type SpecDocument } from "../spec/spec-document.ts";
import type { Finding } from "./finding.ts";

const CHANGES = ["added", "changed", "left-out", "renamed"];
const EVIDENCE = ["page", "document", "guide", "library", "assumption"];

/** Departures that are incomplete, or that speak of a place which the spec does not have. */
export function lintCuration(curation: SpecDocument, spec: SpecDocument): Finding[] {
  const findings: Finding[] = [];
  const report = (path: Path, message: string): void => {
    findings.push({ place: `${curation.name}:${curation.lineOf(path) ?? 1}`, rule: "curation", message });
  };
  const departures = curation.at(["departures"]);
  if (!Array.isArray(departures)) {
    report([], "expected a list named departures");
    return findings;
  }
  for (const [i, departure] of departures.entries()) {
    const here = ["departures", i];
    if (!isObject(departure)) {
      report(here, "expected a mapping");
      continue;
    }
    if (!CHANGES.includes(String(departure.change)))
      report([...here, "change"], `change must be one of ${CHANGES.join(", ")}`);
    if (typeof departure.reason !== "string") report([...here, "reason"], "a departure needs a reason");
    const evidence = texts(departure.evidence);
    if (evidence.length === 0) report([...here, "evidence"], "a departure needs evidence");
    for (const name of evidence.filter((name) => !EVIDENCE.includes(name))) {
      report([...here, "evidence"], `${name} is none of ${EVIDENCE.join(", ")}`);
    }
    if (texts(departure.here).length + texts(departure.upstream).length === 0)
      report(here, "a departure needs a pointer");
    for (const pointer of texts(departure.here).filter((pointer) => !stands(spec, pointer))) {
      report([...here, "here"], `nothing stands at ${pointer} in ${spec.name}`);
    }
  }
  return findings;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Whether a pointer, in which `*` is any step, leads to something. */
function stands(spec: SpecDocument, pointer: string): boolean {
  let values: unknown[] = [spec.value];
  for (const step of fromPointer(pointer)) {
    values = values.flatMap((value) => {
      if (typeof value !== "object" || value === null) return [];
      if (step === "*") return Object.values(value);
      return Object.hasOwn(value, step) ? [(value as Readonly<Record<string, unknown>>)[step]] : [];
    });
  }
  return values.length > 0;
}
