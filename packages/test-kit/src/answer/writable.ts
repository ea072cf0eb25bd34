import { PythonNumber } from "./python-number.ts";

/**
 * Whether the service could write a value into an answer. Its JSON has no `NaN` and no infinity, and
 * its UTF-8 no half of a surrogate pair, though it reads them; then it fails with a 500
 * (starlette/responses.py, `JSONResponse.render`).
 */
export function isWritable(value: unknown): boolean {
  if (typeof value === "string") return value.isWellFormed();
  if (value instanceof PythonNumber) return value.isWritable;
  if (Array.isArray(value)) return value.every(isWritable);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, item]) => key.isWellFormed() && isWritable(item));
}
