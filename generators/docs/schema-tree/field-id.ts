/**
 * The id of a part on the page that shows it, for links: `#` and this, as it is. Stable as long as the property keeps its
 * name and place.
 *
 * ```ts
 * fieldId('data', 'items[].price') // 'data:items%5B%5D.price'
 * ```
 *
 * @param prefix tells several trees of one page apart
 * @param path that of a part of the tree
 */
export function fieldId(prefix: string, path: string): string {
  return `${prefix}:${encodeURIComponent(path.toWellFormed())}`
}
