import type { Path } from "./json-pointer.ts";
import { normalSchema } from "./normal-schema.ts";
import { Origins } from "./origins.ts";
import { isObject, type JsonObject, type SpecDocument } from "./spec-document.ts";

/**
 * What a document says on the wire, in one form, so that two documents which say the same compare as
 * equal: nothing is shared by reference, each operation carries its own parameters and security,
 * security schemes go by what they are, path parameters by their position, and each schema says
 * what it says in one way (see `normalSchema`). The texts for people are kept.
 */
export interface NormalForm {
  readonly value: JsonObject;
  /** Where in the document that which stands at a path of `value` was written. */
  origin(path: Path): Path;
}

const METHODS = ["delete", "get", "head", "options", "patch", "post", "put", "trace"];

/** @throws SpecError where a reference leads nowhere */
export function normalForm(spec: SpecDocument): NormalForm {
  const origins = new Origins();
  const keep = <Value extends object>(value: Value, path: Path): Value => origins.set(value, path);

  const schemeNames = new Map<string, string>();
  const securitySchemes: Record<string, unknown> = {};
  for (const [name, scheme] of Object.entries(objectAt(spec, ["components", "securitySchemes"]))) {
    if (!isObject(scheme)) continue;
    const wireName = schemeWireName(scheme);
    schemeNames.set(name, wireName);
    securitySchemes[wireName] = keep({ ...scheme }, ["components", "securitySchemes", name]);
  }

  const security = (path: Path): unknown => {
    const alternatives = spec.at(path);
    if (!Array.isArray(alternatives)) return undefined;
    const list = alternatives.map((alternative, i) =>
      keep(
        Object.fromEntries(
          Object.entries(isObject(alternative) ? alternative : {})
            .map(([name, scopes]) => [schemeNames.get(name) ?? name, scopes] as const)
            .sort(byKey),
        ),
        [...path, i],
      ),
    );
    return keep(list, path);
  };

  const content = (path: Path): unknown => {
    const types = spec.at(path);
    if (!isObject(types)) return undefined;
    return keep(
      Object.fromEntries(
        Object.entries(types).map(([type, media]) => {
          const here = [...path, type];
          const value = { ...(isObject(media) ? media : {}) };
          if ("schema" in value) value.schema = normalSchema(spec, [...here, "schema"], origins);
          if (isObject(value.examples)) value.examples = examples(spec, [...here, "examples"], origins);
          return [type, keep(value, here)];
        }),
      ),
      path,
    );
  };

  const withContent = (path: Path): JsonObject => {
    const { path: here, value } = spec.resolve(path);
    const { content: _, headers: __, ...rest } = value;
    const body = content([...here, "content"]);
    const headerNames = Object.keys(objectAt(spec, [...here, "headers"]));
    return keep(
      {
        ...rest,
        ...(body !== undefined && { content: body }),
        ...(headerNames.length > 0 && {
          headers: keep(Object.fromEntries(headerNames.map((name) => [name, withSchema([...here, "headers", name])])), [
            ...here,
            "headers",
          ]),
        }),
      },
      here,
    );
  };

  const withSchema = (path: Path): JsonObject => {
    const { path: here, value } = spec.resolve(path);
    const { examples: named, schema, ...rest } = value;
    return keep(
      {
        ...rest,
        ...(schema !== undefined && { schema: normalSchema(spec, [...here, "schema"], origins) }),
        ...(named !== undefined && { examples: examples(spec, [...here, "examples"], origins) }),
      },
      here,
    );
  };

  const parameters = (pathPath: Path, operationPath: Path, positions: ReadonlyMap<string, string>): unknown => {
    const found = new Map<string, JsonObject>();
    for (const list of [
      [...pathPath, "parameters"],
      [...operationPath, "parameters"],
    ]) {
      const items = spec.at(list);
      for (const i of Array.isArray(items) ? items.keys() : []) {
        const parameter = withSchema([...list, i]);
        const here = origins.get(parameter) ?? list;
        const name = String(parameter.name);
        const wireName = parameter.in === "path" ? (positions.get(name) ?? name) : name;
        // The operation's own parameter takes the place of the path's.
        found.set(`${parameter.in} ${wireName}`, keep({ ...parameter, name: wireName }, here));
      }
    }
    return [...found].sort(byKey).map(([, parameter]) => parameter);
  };

  const paths: Record<string, unknown> = {};
  for (const [template, item] of Object.entries(objectAt(spec, ["paths"]))) {
    const here = ["paths", template];
    const { positions, wirePath } = positional(template);
    const operations: Record<string, unknown> = {};
    for (const method of METHODS.filter((name) => isObject(item) && isObject(item[name]))) {
      const place = [...here, method];
      const { parameters: _, requestBody, responses, security: own, ...rest } = spec.object(place);
      const statuses = Object.keys(objectAt(spec, [...place, "responses"]));
      operations[method] = keep(
        {
          ...rest,
          security: security(own === undefined ? ["security"] : [...place, "security"]) ?? [],
          parameters: parameters(here, place, positions),
          ...(requestBody !== undefined && { requestBody: withContent([...place, "requestBody"]) }),
          responses: keep(
            Object.fromEntries(
              statuses.map((status) => [normalStatus(status), withContent([...place, "responses", status])]),
            ),
            [...place, "responses"],
          ),
        },
        place,
      );
    }
    paths[wirePath] = keep(operations, here);
  }

  const { openapi: _, ...document } = spec.value;
  const value: JsonObject = {
    openapi: "3.1.0",
    info: document.info,
    servers: document.servers ?? [],
    tags: document.tags ?? [],
    paths: keep(paths, ["paths"]),
    components: { securitySchemes: keep(securitySchemes, ["components", "securitySchemes"]) },
  };
  return { value, origin: (path) => origins.of(value, path) };
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function objectAt(spec: SpecDocument, path: Path): JsonObject {
  const value = spec.at(path);
  return isObject(value) ? value : {};
}

/** `5xx` and `5XX` are one. */
function normalStatus(status: string): string {
  return status.toUpperCase() === "DEFAULT" ? "default" : status.toUpperCase();
}

/** `/support/ticket/{ticket_id}` and `/support/ticket/{id}` are one path to the service. */
function positional(template: string): { wirePath: string; positions: ReadonlyMap<string, string> } {
  const positions = new Map<string, string>();
  const wirePath = template.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
    const position = `p${positions.size + 1}`;
    positions.set(name, position);
    return `{${position}}`;
  });
  return { wirePath, positions };
}

/** What a security scheme is, whatever the document calls it. */
function schemeWireName(scheme: JsonObject): string {
  const { type, in: place, name, scheme: httpScheme, flows, openIdConnectUrl } = scheme;
  if (type === "apiKey") return `apiKey-${place}-${name}`;
  if (type === "http") return `http-${String(httpScheme).toLowerCase()}`;
  // Both travel as a bearer token; flows say how it is obtained.
  if (type === "oauth2") return `oauth2-${isObject(flows) ? Object.keys(flows).sort().join("-") : ""}`;
  return [type, openIdConnectUrl]
    .filter(Boolean)
    .join("-")
    .replaceAll(/[^\w.-]+/g, "-");
}

function examples(spec: SpecDocument, path: Path, origins: Origins): JsonObject {
  const names = Object.keys(objectAt(spec, path));
  const inlined = names.map((name) => {
    const { path: here, value } = spec.resolve([...path, name]);
    return [name, origins.set({ ...value }, here)] as const;
  });
  return origins.set(Object.fromEntries(inlined), path);
}
