import { basePath } from "../base-path.ts";
import type { PageOf } from "../world/ticket-store.ts";

/**
 * A page of a list as the service answers it: asked for by page and size, answered with offset and
 * limit.
 *
 * @param path the list's, below the service's base URL
 */
export function pageAnswer<Item>(
  path: string,
  { page, size }: { page: number; size: number },
  { count, items }: PageOf<Item>,
) {
  const offset = (page - 1) * size;
  const address = (target: number) => `${basePath}${path}?page=${target}&size=${size}`;
  return {
    count,
    limit: size,
    next: offset + size < count ? address(page + 1) : null,
    offset,
    previous: page > 1 ? address(page - 1) : null,
    results: [...items],
  };
}
