const WORDS: Readonly<Record<string, string>> = {
  page: "the published reference page",
  document: "the service's own OpenAPI document",
  guide: "the service's API guide",
  library: "the behaviour of the service's framework",
  assumption: "an assumption, since nobody says so",
};

/** `Evidence: …`, for people. A name without words of its own stands as it is. */
export function evidenceLine(names: readonly string[]): string {
  return `*Evidence: ${names.map((name) => WORDS[name] ?? name).join("; ")}.*`;
}
