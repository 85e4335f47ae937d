/**
 * Relative link from one page of the site to another, for a site that works from any folder and from disk.
 *
 * ```ts
 * hrefTo('systems/shop/index.html', 'schemas/orders/order.html#1.0.0') // '../../schemas/orders/order.html#1.0.0'
 * ```
 *
 * @param page path of the page that holds the link, relative to the site's folder
 * @param target path of the page that it leads to, with a fragment where it has one
 */
export function hrefTo(page: string, target: string): string {
  const [from, to] = [page.split('/'), target.split('/')]
  let shared = 0
  while (shared < from.length - 1 && shared < to.length - 1 && from[shared] === to[shared]) shared++
  return encodeURI('../'.repeat(from.length - 1 - shared) + to.slice(shared).join('/'))
}
