import { type Path, toPointer } from "../../spec/json-pointer.ts";
import { isObject } from "../../spec/spec-document.ts";
import type { Difference } from "../compare/difference.ts";
import type { YamlEdit } from "../yaml/yaml-edit.ts";
import { ByHand } from "./by-hand.ts";

type OnlyHere = Extract<Difference, { kind: "only-here" }>;

/** Takes out of our spec what the service's document does not have. @throws ByHand where that takes a person */
export function removePart(edit: YamlEdit, { here, at }: OnlyHere): void {
  const holder = at.slice(0, -1);
  const key = String(at.at(-1));
  if (here.part === "parameter") {
    const index = (edit.items(holder) ?? []).findIndex((item) => isParameter(item, here.written, key));
    if (index < 0) throw new ByHand("the other operations below this path take it too");
    edit.remove([...holder, index]);
  } else if (here.above?.part === "names") {
    removeName(edit, holder, here.value);
  } else if (here.above?.part === "properties") {
    removeName(edit, [...at.slice(0, -2), "required"], key);
    edit.remove(at);
  } else if (here.part === "operation" && isLast(edit.keys(holder), key)) {
    edit.remove(holder);
  } else {
    if (!edit.has(at)) throw new ByHand("the two are put together differently");
    edit.remove(at);
  }
}

/** A path without operations is none. */
function isLast(keys: readonly string[], method: string): boolean {
  return keys.every((key) => [method, "parameters", "summary", "description"].includes(key));
}

function isParameter(item: unknown, written: Path, name: string): boolean {
  return isObject(item) && (item.name === name || item.$ref === toPointer(written));
}

function removeName(edit: YamlEdit, list: Path, name: unknown): void {
  const index = (edit.items(list) ?? []).indexOf(name);
  if (index >= 0) edit.remove([...list, index]);
}
