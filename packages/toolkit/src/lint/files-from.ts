import type { Catalog } from '../model/catalog.ts'
import { referredFile } from '../model/referred-file.ts'

/**
 * Paths of a file and of all that it refers to, over others too.
 *
 * @param isEnd files whose own references are not followed
 */
export function filesFrom(
  catalog: Catalog,
  path: string,
  isEnd: (path: string) => boolean = () => false,
): Iterable<string> {
  const found = new Set([path])
  for (const file of found)
    if (!isEnd(file))
      for (const reference of catalog.files.get(file)?.references ?? [])
        found.add(referredFile(catalog, reference))
  return found
}
