import type { Catalog, Node } from '@concordat/toolkit/model'
import { child, followRef } from '@concordat/toolkit/model'
import { h, type JSX } from 'preact'

/** A link to where a contract says that more is; text where it is none that a page may have. */
export function outsideLink(url: string, text: string): JSX.Element | string {
  if (!ADDRESS.test(url)) return text
  return h('a', { href: url, rel: 'noopener noreferrer nofollow' }, text)
}

/** An allow-list, because what runs a script has many spellings; an address for mail has one `@`. */
const ADDRESS = /^(?:https?:\/\/[^\s<>"'`]+|mailto:[^\s<>"'`@?]+@[^\s<>"'`@?]+)$/i

/** `externalDocs` of anything that AsyncAPI lets have them; undefined where there are none. */
export function externalDocs(catalog: Catalog, node: Node): JSX.Element | string | undefined {
  const stated = child(node, 'externalDocs')
  const docs = stated && followRef(catalog, stated)
  const url = docs && textAt(docs, 'url')
  return url === undefined ? undefined : outsideLink(url, textAt(docs, 'description') ?? url)
}

/** A text member of an object in a contract. */
export function textAt(node: Node | undefined, name: string): string | undefined {
  const value = node && child(node, name)?.value
  return typeof value === 'string' && value !== '' ? value : undefined
}
