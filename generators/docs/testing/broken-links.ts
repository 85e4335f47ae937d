/** Links of a page that lead to no file of the site, or to an id that the page does not have. */
export function brokenLinks(
  path: string,
  page: string,
  site: ReadonlyMap<string, string>,
): readonly string[] {
  const links = [...page.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, href]) => href ?? '')
  return links
    .filter((href) => href !== 'data:,' && !/^(?:https?|mailto):/.test(href))
    .filter((href) => {
      const target = new URL(href.replaceAll('&amp;', '&'), `file:///${path}`)
      const file = site.get(decodeURI(target.pathname.slice(1)))
      const id = target.hash.slice(1)
      return (
        file === undefined ||
        !(id === '' || [id, decodeURIComponent(id)].some((one) => file.includes(`id="${one}"`)))
      )
    })
    .map((href) => `${path} links to ${href}`)
}

/** Ids that several elements of a page have. */
export function repeatedIds(page: string): readonly string[] {
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '')
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}
