/** The absolute path under which the parser knows a file of the catalog. */
export function toUrlPath(path: string): string {
  return `/${path.split('/').map(encodeURIComponent).join('/')}`
}

/** The file of the catalog that the parser means. */
export function fromUrlPath(path: string): string {
  return decodeURIComponent(path).replace(/^\//, '')
}
