const PATTERNS = {
  "Header-Case": /^[A-Z][A-Za-z0-9]*(?:-[A-Z][A-Za-z0-9]*)*$/,
  PascalCase: /^[A-Z][A-Za-z0-9]*$/,
  camelCase: /^[a-z][A-Za-z0-9]*$/,
  "lower-case": /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
  snake_case: /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/,
};

/** A way to write a name of several words. */
export type Case = keyof typeof PATTERNS;

export function isInCase(name: string, wanted: Case): boolean {
  return PATTERNS[wanted].test(name);
}

/** The same words in another case. */
export function inCase(name: string, wanted: Case): string {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
  const lower = words.map((word) => word.toLowerCase());
  const capital = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  switch (wanted) {
    case "Header-Case":
      return capital.join("-");
    case "PascalCase":
      return capital.join("");
    case "camelCase":
      return [...lower.slice(0, 1), ...capital.slice(1)].join("");
    case "lower-case":
      return lower.join("-");
    case "snake_case":
      return lower.join("_");
  }
}
