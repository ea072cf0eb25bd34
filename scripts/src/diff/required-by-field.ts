import type { Path } from "../spec/json-pointer.ts";
import type { RedoclyChange, Side } from "./redocly-diff.ts";

/**
 * A changed list of required fields as one change for each field: what a reader asks is what became
 * of the field. A field that left with its schema needs no second mention.
 */
export function requiredByField(changes: readonly RedoclyChange[]): RedoclyChange[] {
  const removed = new Set(
    changes.flatMap(({ kind, typeName, base }) =>
      kind === "removed" && typeName === "Schema" && base ? [base.path.join("\n")] : [],
    ),
  );
  // Behind all others, so that a field is told to be added before it is told to be required.
  const isRequired = ({ typeName, property }: RedoclyChange) => typeName === "Schema" && property === "required";
  const byField = changes.filter(isRequired).flatMap((change) => {
    const { base, head } = change;
    const isResponse = (head ?? base)?.path[3] === "responses";
    const before = names(base?.value);
    const after = names(head?.value);
    const fieldChange = (name: string, became: boolean): RedoclyChange => {
      const path = (of: Side) => [...holder(of), "properties", name, "required"];
      const { base: _, head: __, ...rest } = change;
      // Of a list to which one joins and which another leaves, the verdict is each one's own.
      const breaks = isResponse ? !became : became;
      return {
        ...rest,
        impact: breaks ? "major" : "patch",
        base: base && { path: path(base), value: !became },
        head: head && { path: path(head), value: became },
      };
    };
    return [
      ...before.filter((name) => !after.includes(name)).map((name) => fieldChange(name, false)),
      ...after.filter((name) => !before.includes(name)).map((name) => fieldChange(name, true)),
    ].filter(({ base }) => !base || !removed.has(holder(base).join("\n")));
  });
  return [...changes.filter((change) => !isRequired(change)), ...byField];
}

/** A side without the property points at the schema itself. */
function holder({ path }: Side): Path {
  return path.at(-1) === "required" ? path.slice(0, -1) : path;
}

function names(required: unknown): string[] {
  return Array.isArray(required) ? required.map(String) : [];
}
