import ts from "typescript";
import { isFromLibrary, printType } from "./print-type.ts";

/** A call whose type is not what it was. */
export interface CallChange {
  /** `client.tickets.create`, `client.raw.GET("/support/ticket")`. */
  readonly call: string;
  /** Whether code that compiles today may no longer compile. */
  readonly breaking: boolean;
  readonly what: "does not compile" | "gone" | "new" | "takes" | "takes and returns" | "returns";
}

/** What goes into a call and what comes out, as types and as text. */
export interface CallTypes {
  readonly takes: readonly ts.Type[];
  readonly takesText: string;
  readonly returns: ts.Type;
  readonly returnsText: string;
}

export function callTypes(checker: ts.TypeChecker, takes: readonly ts.Type[], returns: ts.Type): CallTypes {
  return {
    takes,
    takesText: takes.map((type) => printType(checker, type)).join(", "),
    returns,
    returnsText: printType(checker, returns),
  };
}

/** Compares a call of the base with the head's: nothing when its types are the same. */
export function callChange(checker: ts.TypeChecker, call: string, before: CallTypes, after: CallTypes): CallChange[] {
  const takes = before.takesText !== after.takesText;
  const returns = before.returnsText !== after.returnsText;
  if (!takes && !returns) return [];
  const accepts = after.takes.every((type, i) => {
    const old = before.takes[i];
    return old !== undefined && checker.isTypeAssignableTo(old, type) && namesAllOf(checker, old, type);
  });
  const fits =
    checker.isTypeAssignableTo(after.returns, before.returns) && namesAllOf(checker, before.returns, after.returns);
  return [
    { call, breaking: !accepts || !fits, what: takes && returns ? "takes and returns" : takes ? "takes" : "returns" },
  ];
}

/**
 * Whether each property that code can speak of today still has its name: literals may not name others,
 * and readers of an optional one would not compile, though the types are assignable.
 */
function namesAllOf(checker: ts.TypeChecker, given: ts.Type, wanted: ts.Type): boolean {
  const [from, to] = [checker.getNonNullableType(given), checker.getNonNullableType(wanted)];
  if (!isObjectType(from) || !isObjectType(to)) return true;
  const [inner, other] = [typeArguments(checker, from), typeArguments(checker, to)];
  // A promise, a generator, an array: what counts is what it holds.
  if (inner.length === 0 && isFromLibrary(from)) return true;
  if (inner.length > 0) return inner.every((type, i) => namesAllOf(checker, type, other[i] ?? type));
  return from.getProperties().every((property) => {
    const twin = to.getProperty(property.name);
    return twin !== undefined && namesAllOf(checker, checker.getTypeOfSymbol(property), checker.getTypeOfSymbol(twin));
  });
}

function typeArguments(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  return checker.getTypeArguments(type as ts.TypeReference);
}

function isObjectType(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Object) !== 0 && type.getCallSignatures().length === 0;
}
