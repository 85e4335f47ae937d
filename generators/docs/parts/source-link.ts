import type { Node } from '@concordat/toolkit/model'
import { h, type JSX } from 'preact'
import type { Site } from '../site/site.ts'

/** File and line where a thing is written; a link where the site knows where sources can be read. */
export function sourceLink({ catalog, context }: Site, node: Pick<Node, 'file' | 'pointer'>): JSX.Element {
  const { file, line } = catalog.locate(node)
  const text = h('code', null, `${file}:${line}`)
  const { sourceUrl } = context
  if (sourceUrl === undefined || !/^https?:\/\//.test(sourceUrl)) return text
  const path = file.split('/').map(encodeURIComponent).join('/')
  return h('a', { href: sourceUrl.replaceAll('{path}', path).replaceAll('{line}', String(line)) }, text)
}
