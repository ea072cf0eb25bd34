import { isDeepStrictEqual } from "node:util";
import { type Path, toPointer } from "../../spec/json-pointer.ts";
import { isObject, type JsonObject, type SpecDocument } from "../../spec/spec-document.ts";
import { pascal } from "../compare/code-names.ts";
import type { Comparison } from "../compare/compare.ts";
import type { Operation } from "../compare/operations.ts";
import { securityInWords } from "../compare/parts.ts";
import { areSameSchemas } from "../compare/same-schema.ts";
import { ByHand } from "./by-hand.ts";
import { exampleFor } from "./example-value.ts";
import { OurSchemas, UNWRITTEN } from "./our-schema.ts";

/** Writes parts of the service's operations as our document would, sharing what it shares already. */
export class OurParts {
  readonly schemas: OurSchemas;
  /** Parameter components that our document lacks so far, by name. */
  readonly addedParameters = new Map<string, JsonObject>();
  readonly #comparison: Comparison;

  constructor(comparison: Comparison) {
    this.schemas = new OurSchemas(comparison);
    this.#comparison = comparison;
  }

  /** @param path where the service's document uses the parameter */
  parameter(path: Path): JsonObject {
    const { upstream, here } = this.#comparison;
    const { path: place, value: theirs } = upstream.spec.resolve(path);
    if (typeof theirs.name !== "string") throw new ByHand("a parameter without a name is written anew");
    const components = here.spec.at(["components", "parameters"]);
    const known = Object.keys(isObject(components) ? components : {}).find((name) =>
      isSameParameter(upstream.spec, place, here.spec, ["components", "parameters", name]),
    );
    if (known !== undefined) return { $ref: toPointer(["components", "parameters", known]) };
    const schema = this.schemas.write([...place, "schema"]);
    const example = exampleFor(theirs.name, schema, here.spec);
    const ours = {
      name: theirs.name,
      in: theirs.in,
      description: UNWRITTEN,
      required: theirs.required === true,
      schema,
      ...(example !== undefined && { example }),
    };
    const name = pascal(theirs.name);
    // What every operation below a path takes is shared; whether another parameter is worth it, a person knows.
    if (theirs.in !== "path" || (isObject(components) && name in components)) return ours;
    this.addedParameters.set(name, ours);
    return { $ref: toPointer(["components", "parameters", name]) };
  }

  body(path: Path): JsonObject {
    const { path: place, value } = this.#comparison.upstream.spec.resolve(path);
    return { description: UNWRITTEN, required: value.required === true, content: this.#content([...place, "content"]) };
  }

  response(path: Path): JsonObject {
    const { upstream, here } = this.#comparison;
    const { path: place, value } = upstream.spec.resolve(path);
    const components = here.spec.at(["components", "responses"]);
    const known = Object.keys(isObject(components) ? components : {}).find((name) =>
      isSameResponse(upstream.spec, place, here.spec, ["components", "responses", name]),
    );
    if (known !== undefined) return { $ref: toPointer(["components", "responses", known]) };
    return {
      description: UNWRITTEN,
      ...("headers" in value && { headers: this.headers([...place, "headers"]) }),
      ...("content" in value && { content: this.#content([...place, "content"]) }),
    };
  }

  /** What an operation says of security, where that is not what our document says of all. */
  security({ spot }: Operation): JsonObject {
    const { here } = this.#comparison;
    const theirs = isObject(spot.value) ? spot.value.security : undefined;
    const common = here.operations.find((operation) => toPointer(securityPlace(operation)) === "#/security");
    const ours = isObject(common?.spot.value) ? common.spot.value.security : [];
    if (isDeepStrictEqual(securityInWords(theirs), securityInWords(ours))) return {};
    return { security: this.alternatives(theirs) };
  }

  /** Security alternatives of the normal form by our names for the schemes. @throws ByHand when we lack one */
  alternatives(normal: unknown): unknown[] {
    const { form } = this.#comparison.here;
    const components = isObject(form.value.components) ? form.value.components : {};
    const known = isObject(components.securitySchemes) ? components.securitySchemes : {};
    const name = (scheme: string) => {
      if (!Object.hasOwn(known, scheme)) throw new ByHand(`we have no credential ${scheme}`);
      return form.origin(["components", "securitySchemes", scheme]).at(-1);
    };
    return (Array.isArray(normal) ? normal : [])
      .filter(isObject)
      .map((each) => Object.fromEntries(Object.entries(each).map(([scheme, scopes]) => [name(scheme), scopes])));
  }

  /** @param path where a media type stands */
  media(path: Path): JsonObject {
    const value = this.#comparison.upstream.spec.at(path);
    return isObject(value) && "schema" in value ? { schema: this.schemas.write([...path, "schema"]) } : {};
  }

  header(path: Path): JsonObject {
    const { path: place, value } = this.#comparison.upstream.spec.resolve(path);
    const schema = this.schemas.write([...place, "schema"]);
    return { description: UNWRITTEN, required: value.required === true, schema };
  }

  headers(path: Path): JsonObject {
    return this.#each(path, (place) => this.header(place));
  }

  #content(path: Path): JsonObject {
    return this.#each(path, (place) => this.media(place));
  }

  #each(path: Path, write: (path: Path) => JsonObject): JsonObject {
    const value = this.#comparison.upstream.spec.at(path);
    const names = Object.keys(isObject(value) ? value : {});
    return Object.fromEntries(names.map((name) => [name, write([...path, name])]));
  }
}

function securityPlace({ spot }: Operation): Path {
  return spot.form.origin([...spot.path, "security"]);
}

function isSameParameter(one: SpecDocument, onePath: Path, other: SpecDocument, otherPath: Path): boolean {
  const [theirs, ours] = [one.object(onePath), other.object(otherPath)];
  return (
    theirs.name === ours.name &&
    theirs.in === ours.in &&
    (theirs.required === true) === (ours.required === true) &&
    areSameSchemas(one, [...onePath, "schema"], other, [...otherPath, "schema"])
  );
}

/** A response with headers is like no other. */
function isSameResponse(one: SpecDocument, onePath: Path, other: SpecDocument, otherPath: Path): boolean {
  const [theirs, ours] = [one.object(onePath), other.object(otherPath)];
  const [theirTypes, ourTypes] = [theirs, ours].map(({ content }) => Object.keys(isObject(content) ? content : {}));
  return (
    theirs.headers === undefined &&
    ours.headers === undefined &&
    isDeepStrictEqual(theirTypes, ourTypes) &&
    (ourTypes ?? []).every((type) =>
      areSameSchemas(one, [...onePath, "content", type, "schema"], other, [...otherPath, "content", type, "schema"]),
    )
  );
}
