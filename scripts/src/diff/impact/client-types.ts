import ts from "typescript";
import { type CallChange, type CallTypes, callChange, callTypes } from "./call-change.ts";
import { printSignature } from "./print-type.ts";
import { createTypeProgram, type Overlay, type TypeProgram } from "./type-program.ts";

/** What the new types mean for code that was written against the old ones. */
export interface TypeImpact {
  readonly calls: readonly CallChange[];
  /** Types that can no longer be imported from the contract. */
  readonly typesGone: readonly string[];
  readonly typesAdded: readonly string[];
  /** What the compiler says of the base's type tests, beside the new types. `file:line: message`. */
  readonly typeTestErrors: readonly string[];
}

const CLIENT = "packages/core/src/index.ts";
const CONTRACT = "packages/contract/src/index.ts";
const TYPES = "packages/contract/src/generated/types.ts";

/**
 * Compiles the client against both sides' types and compares what each call takes and returns.
 *
 * @param typeTests the base's type tests, by their path from the root
 */
export function typeImpact(base: Overlay, head: Overlay, typeTests: Overlay): TypeImpact {
  const sides = new Map([
    ["base", new Map([...base, ...typeTests])],
    ["head", new Map([...head, ...typeTests])],
  ]);
  const program = createTypeProgram(sides, [CLIENT, CONTRACT, ...typeTests.keys()]);
  const [before, after] = [exportedNames(program, "base", TYPES), exportedNames(program, "head", TYPES)];
  return {
    calls: [...methodChanges(program), ...rawChanges(program)],
    typesGone: before.filter((name) => !after.includes(name)),
    typesAdded: after.filter((name) => !before.includes(name)),
    typeTestErrors: [...typeTests.keys()].flatMap((file) => errorsOf(program, "head", file)),
  };
}

function methodChanges(program: TypeProgram): CallChange[] {
  const [base, head] = [methods(program, "base"), methods(program, "head")];
  return [...head].flatMap(([call, after]): CallChange[] => {
    const before = base.get(call);
    // Written for an operation that one side does not have: its types are not there to be compared.
    if (!before || hasUnknownTypes(program, before)) return [{ call, breaking: false, what: "new" }];
    if (hasUnknownTypes(program, after)) return [{ call, breaking: true, what: "does not compile" }];
    return callChange(program.checker, call, ofMethod(program, before), ofMethod(program, after));
  });
}

function ofMethod({ checker }: TypeProgram, signature: ts.Signature): CallTypes {
  const takes = signature.parameters.map((parameter) => checker.getTypeOfSymbol(parameter));
  return callTypes(checker, takes, signature.getReturnType());
}

function hasUnknownTypes({ checker }: TypeProgram, signature: ts.Signature): boolean {
  return /\bany\b/.test(printSignature(checker, signature));
}

/** The client's own methods, by how they are called. */
function methods(program: TypeProgram, side: string): Map<string, ts.Signature> {
  const { checker } = program;
  const found = new Map<string, ts.Signature>();
  for (const resource of checker.getPropertiesOfType(exportedType(program, side, CLIENT, "TicketClient"))) {
    if (resource.name === "raw") continue;
    for (const method of checker.getPropertiesOfType(checker.getTypeOfSymbol(resource))) {
      const [signature] = checker.getTypeOfSymbol(method).getCallSignatures();
      if (signature && isOurs(method)) found.set(`client.${resource.name}.${method.name}`, signature);
    }
  }
  return found;
}

function isOurs(symbol: ts.Symbol): boolean {
  return (
    symbol.declarations?.some((declaration) => declaration.getSourceFile().fileName.includes("/packages/")) ?? false
  );
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

function rawChanges(program: TypeProgram): CallChange[] {
  const [base, head] = [rawCalls(program, "base"), rawCalls(program, "head")];
  return [...new Set([...base.keys(), ...head.keys()])].flatMap((call): CallChange[] => {
    const [before, after] = [base.get(call), head.get(call)];
    if (!before) return [{ call, breaking: false, what: "new" }];
    if (!after) return [{ call, breaking: true, what: "gone" }];
    return callChange(program.checker, call, before, after);
  });
}

/** What `client.raw` takes and returns, read from `paths`: parameters and body, and the answers. */
function rawCalls(program: TypeProgram, side: string): Map<string, CallTypes> {
  const { checker } = program;
  const found = new Map<string, CallTypes>();
  for (const path of checker.getPropertiesOfType(exportedType(program, side, TYPES, "paths"))) {
    const item = checker.getTypeOfSymbol(path);
    for (const method of METHODS) {
      const operation = item.getProperty(method);
      if (!operation || operation.flags & ts.SymbolFlags.Optional) continue;
      const parts = (name: string) => {
        const part = checker.getTypeOfSymbol(operation).getProperty(name);
        return part ? [checker.getTypeOfSymbol(part)] : [];
      };
      const takes = [...parts("parameters"), ...parts("requestBody")];
      const [returns] = parts("responses");
      if (!returns) continue;
      found.set(`client.raw.${method.toUpperCase()}("${path.name}")`, callTypes(checker, takes, returns));
    }
  }
  return found;
}

function exportedType(program: TypeProgram, side: string, file: string, name: string): ts.Type {
  const { checker } = program;
  const symbol = exportsOf(program, side, file).find((each) => each.name === name);
  if (!symbol) throw new Error(`${file} of the ${side} exports no ${name}`);
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return checker.getDeclaredTypeOfSymbol(target);
}

function exportedNames(program: TypeProgram, side: string, file: string): string[] {
  return exportsOf(program, side, file).map((symbol) => symbol.name);
}

function exportsOf(program: TypeProgram, side: string, file: string): ts.Symbol[] {
  const module = program.checker.getSymbolAtLocation(program.source(side, file));
  return module ? program.checker.getExportsOfModule(module) : [];
}

function errorsOf({ program, source }: TypeProgram, side: string, file: string): string[] {
  const text = source(side, file);
  return program.getSemanticDiagnostics(text).map(({ start = 0, messageText }) => {
    const { line } = text.getLineAndCharacterOfPosition(start);
    const message = ts.flattenDiagnosticMessageText(messageText, " ");
    return `${file}:${line + 1}: ${message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message}`;
  });
}

/** The compiler writes types out in full. */
const LONGEST_MESSAGE = 120;
