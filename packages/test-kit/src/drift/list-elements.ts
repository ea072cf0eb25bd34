/**
 * Changes the elements of a list that `jsonArray` wrote, each when it is asked for. The list's pieces
 * end between its elements, which are objects: only the last piece ends with a bracket.
 *
 * @throws SyntaxError when the pieces were cut otherwise
 */
export function* changeElements(
  pieces: Iterable<string>,
  change: (element: unknown) => unknown,
): Generator<unknown, void, undefined> {
  for (const piece of pieces) {
    // It begins with the list's own bracket, or with the comma after the piece before.
    const text = piece === "]" ? "[]" : `[${piece.slice(1)}${piece.endsWith("]") ? "" : "]"}`;
    const elements: unknown[] = JSON.parse(text);
    for (const element of elements) yield change(element);
  }
}
