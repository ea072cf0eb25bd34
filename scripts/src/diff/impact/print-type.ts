import ts from "typescript";

/**
 * A type in full, so that two of them can be compared as texts: what was generated from the spec is
 * written out, property by property; what a library declares goes by its name.
 */
export function printType(checker: ts.TypeChecker, type: ts.Type, above: readonly ts.Type[] = []): string {
  const inner = (each: ts.Type) => printType(checker, each, [...above, type]);
  // Also what could not be resolved, which the checker would call by its name.
  if (type.flags & ts.TypeFlags.Any) return "any";
  if (above.includes(type)) return checker.typeToString(type);
  if (type.isUnion()) return type.types.map(inner).sort().join(" | ");
  if (type.isIntersection()) return type.types.map(inner).join(" & ");
  if (!(type.flags & ts.TypeFlags.Object)) return checker.typeToString(type);
  const args = checker.getTypeArguments(type as ts.TypeReference);
  if (isFromLibrary(type)) {
    const name = type.symbol?.name ?? checker.typeToString(type);
    return args.length > 0 ? `${name}<${args.map(inner).join(", ")}>` : name;
  }
  const [signature] = type.getCallSignatures();
  if (signature) return printSignature(checker, signature, [...above, type]);
  const members = checker.getPropertiesOfType(type).map((property) => {
    const optional = property.flags & ts.SymbolFlags.Optional ? "?" : "";
    return `${property.name}${optional}: ${inner(checker.getTypeOfSymbol(property))}`;
  });
  return `{ ${members.join("; ")} }`;
}

export function printSignature(
  checker: ts.TypeChecker,
  signature: ts.Signature,
  above: readonly ts.Type[] = [],
): string {
  const parameters = signature.parameters.map(
    (parameter) => `${parameter.name}: ${printType(checker, checker.getTypeOfSymbol(parameter), above)}`,
  );
  return `(${parameters.join(", ")}) => ${printType(checker, signature.getReturnType(), above)}`;
}

/** Whether the type was declared outside this repository. */
export function isFromLibrary(type: ts.Type): boolean {
  const files = type.symbol?.declarations?.map((declaration) => declaration.getSourceFile().fileName) ?? [];
  return files.length > 0 && files.every((file) => !file.includes("/packages/"));
}
