/** Headers by their names in lower case, which happy-dom leaves as they were written. */
export function headerFields(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].map(([name, value]) => [name.toLowerCase(), value]));
}
