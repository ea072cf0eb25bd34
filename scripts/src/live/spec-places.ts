import { type OperationId, operations } from "@sitebay-tickets/contract";
import { fromPointer, type Path } from "../spec/json-pointer.ts";
import type { SpecDocument } from "../spec/spec-document.ts";

/** Finds where the spec speaks of what an answer holds. */
export class SpecPlaces {
  readonly #spec: SpecDocument;

  constructor(spec: SpecDocument) {
    this.#spec = spec;
  }

  /** The content types that an answer may have. */
  contentTypes(operation: OperationId, status: string): string[] {
    return Object.keys(this.#spec.object([...this.#response(operation, status), "content"]));
  }

  /** Where the statuses of an operation are declared. */
  ofStatuses(operation: OperationId): string {
    return this.#name([...pathOf(operation), "responses"]);
  }

  /** Where a parameter of an operation is declared; the operation itself where that cannot be found. */
  ofParameter(operation: OperationId, name: string | undefined): string {
    const here = pathOf(operation);
    for (const list of [
      [...here.slice(0, -1), "parameters"],
      [...here, "parameters"],
    ]) {
      const items = this.#spec.at(list);
      for (const i of Array.isArray(items) ? items.keys() : []) {
        const { path, value } = this.#spec.resolve([...list, i]);
        if (value.name === name) return this.#name(path);
      }
    }
    return this.#name(here);
  }

  /** Where the content types of an answer are declared. */
  ofContent(operation: OperationId, status: string): string {
    return this.#name([...this.#response(operation, status), "content"]);
  }

  /**
   * Where a place within an answer is declared; of a place that is not, what stands above it.
   *
   * @param pointer with `*` for any index
   */
  ofPlace(operation: OperationId, status: string, pointer: string): string {
    const [type = ""] = this.contentTypes(operation, status);
    let here: Path = [...this.#response(operation, status), "content", type, "schema"];
    for (const step of fromPointer(`#${pointer}`)) {
      const schema = this.#spec.resolve(here).path;
      const below = step === "*" ? [...schema, "items"] : [...schema, "properties", step];
      if (this.#spec.at(below) === undefined) return this.#name(schema);
      here = below;
    }
    return this.#name(here);
  }

  #response(operation: OperationId, status: string): Path {
    return this.#spec.resolve([...pathOf(operation), "responses", status]).path;
  }

  #name(path: Path): string {
    const line = this.#spec.lineOf(path);
    return line === undefined ? this.#spec.name : `${this.#spec.name}:${line}`;
  }
}

function pathOf(operation: OperationId): Path {
  const { method, path } = operations[operation];
  return ["paths", path, method.toLowerCase()];
}
