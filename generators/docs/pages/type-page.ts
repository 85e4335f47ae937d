import { child, items } from '@concordat/toolkit/model'
import { h } from 'preact'
import type { Page } from '../frame/page.ts'
import { section } from '../frame/section.ts'
import { firstSentence } from '../markdown/markdown.ts'
import { jsonBlock } from '../parts/code-block.ts'
import { facts, lines } from '../parts/facts.ts'
import { linksFrom } from '../parts/links.ts'
import { pageTitle } from '../parts/page-title.ts'
import { schemaPart } from '../parts/schema-part.ts'
import { sourceLink } from '../parts/source-link.ts'
import type { SharedType } from '../site/shared-types.ts'
import type { Site } from '../site/site.ts'
import { TRAILS } from '../site/trail.ts'

/** A type that messages share: what it says and which events and other types it is part of. */
export function typePage(site: Site, type: SharedType): Page {
  const path = site.paths.type(type)
  const links = linksFrom(site, path)
  const description = child(type.schema, 'description')?.value
  const lead = typeof description === 'string' ? description : undefined
  const ids = new Set(type.partOf)
  const around = site.sharedTypes.filter(({ id }) => ids.has(id))
  const examples = items(child(type.schema, 'examples'))
  return {
    path,
    title: type.name,
    summary: firstSentence(lead),
    trail: TRAILS.types,
    head: h(
      'div',
      null,
      pageTitle({ title: type.name, subtitle: 'Shared type', lead }),
      facts([
        ['Part of events', lines(type.events.map(links.event), 'none')],
        [
          'Part of types',
          lines(
            around.map((other) => links.to(site.paths.type(other), other.name)),
            'none',
          ),
        ],
        ['Contract', sourceLink(site, type.schema)],
      ]),
    ),
    sections: [
      ...section('schema', 'Schema', schemaPart(site, { page: path, id: 'schema' }, type.schema)),
      ...section(
        'examples',
        'Examples',
        examples.length === 0
          ? undefined
          : h(
              'div',
              null,
              examples.map((node, index) => jsonBlock(node.value, null, `Example ${index + 1}`)),
            ),
      ),
    ],
  }
}
