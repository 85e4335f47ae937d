import type { Change } from '@concordat/toolkit/gate'
import { type Catalog, child, type Operation, type Service } from '@concordat/toolkit/model'
import { Fragment, h, type JSX } from 'preact'
import type { Page } from '../frame/page.ts'
import { section } from '../frame/section.ts'
import { firstSentence, markdown } from '../markdown/markdown.ts'
import { badge } from '../parts/badges.ts'
import { count } from '../parts/count.ts'
import { deliveryWords } from '../parts/delivery-words.ts'
import { bindingFacts } from '../parts/binding-facts.ts'
import { details, type Fact, facts, lines } from '../parts/facts.ts'
import { type Links, linksFrom } from '../parts/links.ts'
import { pictureLinks } from '../parts/picture-links.ts'
import { applicationPicture } from '../pictures/application-picture.ts'
import { pictureView } from '../pictures/picture-view.ts'
import { proposalNote } from '../proposal/proposal-note.ts'
import { snippetList } from '../parts/snippet-list.ts'
import { applicationSnippets } from '../code/snippets.ts'
import { externalDocs, outsideLink, textAt } from '../parts/outside-link.ts'
import { pageTitle } from '../parts/page-title.ts'
import { sourceLink } from '../parts/source-link.ts'
import type { EventEntry, SystemEntry, Use } from '../site/event-entry.ts'
import { hasTransport } from '../site/has-transport.ts'
import type { Site } from '../site/site.ts'
import { systemTrail } from '../site/trail.ts'

/** An application: whose it is, what it sends and receives, and what happens to a message that it cannot handle. */
export function applicationPage(site: Site, { system, events }: SystemEntry, service: Service): Page {
  const path = site.paths.application(service)
  const links = linksFrom(site, path)
  const sent = flows(events, service, 'senders')
  const received = flows(events, service, 'receivers')
  return {
    path,
    title: service.title,
    summary: firstSentence(service.description),
    trail: systemTrail(site, system),
    head: h(
      Fragment,
      null,
      pageTitle({
        title: service.title,
        badges: [badge('application')],
        subtitle: [h('code', null, service.name), ` · version ${service.version}`],
        lead: service.description,
      }),
      proposalNote(site, path, changesOfApplication(site, service)),
      facts([
        ['Owner', service.owner ?? h('span', { class: 'none' }, 'not stated')],
        ['Sends', countLink(sent.length, '#sends')],
        ['Receives', countLink(received.length, '#receives')],
        ...aboutDocument(site.catalog, service),
        ['Source of what it sends', h('code', null, service.source)],
        ['Contract', sourceLink(site, service.document.node)],
      ]),
      pictureView(applicationPicture(service, events, pictureLinks(site, path)), 'around'),
    ),
    sections: [
      ...section('sends', 'Sends', flowList(sent, links, sendLine)),
      ...section('receives', 'Receives', flowList(received, links, receiveLine)),
      ...section(
        'code',
        'Its code',
        snippetList(applicationSnippets(site.catalog, service), { publisher: 'Publish', consumer: 'Handle' }),
      ),
    ],
  }
}

/** What a document says of itself beside its title. */
function aboutDocument(catalog: Catalog, { document: { node } }: Service): readonly (Fact | undefined)[] {
  const info = child(node, 'info')
  if (info === undefined) return []
  const [contact, license] = [child(info, 'contact'), child(info, 'license')]
  const [email, url] = [textAt(contact, 'email'), textAt(contact, 'url')]
  const [name, terms] = [textAt(license, 'name'), textAt(license, 'url')]
  const ways = [
    ...(email === undefined ? [] : [outsideLink(`mailto:${email}`, email)]),
    ...(url === undefined ? [] : [outsideLink(url, url)]),
  ]
  return [
    ways.length === 0 ? undefined : ['Contact', lines(ways, '')],
    ['License', name !== undefined && terms !== undefined ? outsideLink(terms, name) : name],
    ['More', externalDocs(catalog, info) ?? externalDocs(catalog, node)],
  ]
}

/** The events themselves stand in the picture and in the lists below it. */
function countLink(events: number, href: string): JSX.Element {
  return events === 0 ? h('span', { class: 'none' }, 'nothing') : h('a', { href }, count(events, 'event'))
}

function changesOfApplication({ changesOf }: Site, { system, name, operations }: Service): readonly Change[] {
  const ofOperations = operations.flatMap((operation) =>
    changesOf('operation', `${system}/${name}/${operation.name}`),
  )
  return [...changesOf('application', `${system}/${name}`), ...ofOperations]
}

interface Flow {
  readonly entry: EventEntry
  readonly uses: readonly Use[]
}

function flows(
  events: readonly EventEntry[],
  service: Service,
  side: 'senders' | 'receivers',
): readonly Flow[] {
  return events.flatMap((entry) => {
    const uses = entry[side].filter((use) => use.service === service)
    return uses.length === 0 ? [] : [{ entry, uses }]
  })
}

function flowList(
  list: readonly Flow[],
  links: Links,
  line: (use: Use, links: Links) => JSX.Element,
): JSX.Element | undefined {
  if (list.length === 0) return undefined
  return h(
    'ul',
    { class: 'rows' },
    list.map(({ entry, uses }) =>
      h(
        'li',
        null,
        h(
          'div',
          { class: 'name' },
          links.event(entry),
          uses.some(({ isReply }) => isReply) ? badge('reply') : null,
        ),
        uses.map((use) => line(use, links)),
      ),
    ),
  )
}

function sendLine({ channel, operation }: Use, links: Links): JSX.Element {
  return h('div', null, h('p', null, 'to ', links.channel(channel)), about(operation), bindingsOf(operation))
}

function receiveLine({ channel, operation, isReply }: Use, links: Links): JSX.Element {
  return h(
    'div',
    null,
    h('p', null, 'from ', links.channel(channel)),
    about(operation),
    isReply || !(operation.delivery.stated || hasTransport(channel))
      ? null
      : h('p', null, deliveryWords(operation)),
    bindingsOf(operation),
  )
}

function bindingsOf({ bindings }: Operation): JSX.Element | null {
  return details(bindingFacts(bindings)) ?? null
}

function about({ summary, description }: Operation): JSX.Element | null {
  return markdown(summary ?? description) ?? null
}
