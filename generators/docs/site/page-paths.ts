import type { Channel, Message, Service, Subject, SubjectVersion, System } from '@concordat/toolkit/model'
import type { SystemEntry } from './event-entry.ts'
import { fileName } from './file-name.ts'
import type { SharedType } from './shared-types.ts'
import { UniqueNames } from './unique-names.ts'

/** Paths of pages relative to the site's folder. They are made of names alone, so that a link to a page stays good. */
export interface PagePaths {
  readonly system: (system: Pick<System, 'name'>) => string
  readonly brokers: (system: Pick<System, 'name'>) => string
  readonly application: (service: Pick<Service, 'system' | 'name'>) => string
  readonly channel: (channel: Pick<Channel, 'id'>) => string
  readonly event: (message: Pick<Message, 'id'>) => string
  /** All versions of a subject, with what differs between any two; where there is only one, the page of that. */
  readonly subject: (subject: Pick<Subject, 'name'>) => string
  /** The page of an event where that shows the only version that there is. */
  readonly version: (version: Pick<SubjectVersion, 'id'>) => string
  /** The page of an event where it is the message of that alone. */
  readonly type: (type: Pick<SharedType, 'id'>) => string
}

/** Pages that every site has. */
export const PAGES = {
  overview: 'index.html',
  events: 'events.html',
  types: 'types.html',
  fields: 'fields.html',
  deprecations: 'deprecations.html',
  lint: 'lint.html',
  changes: 'changes.html',
} as const

export function pagePaths(
  subjects: readonly Subject[],
  systems: readonly SystemEntry[],
  types: readonly SharedType[],
): PagePaths {
  const names = new UniqueNames()
  const folders = new Map<string, string>()
  const pages = new Map<string, string>()
  for (const { system, events, channels } of systems) {
    const folder = names.claim(`systems/${fileName(system.name)}`)
    folders.set(system.name, folder)
    for (const service of system.services)
      pages.set(
        `application ${system.name} ${service.name}`,
        names.claim(`${folder}/applications/${fileName(service.name)}`),
      )
    for (const { channel, definitions } of channels) {
      const path = names.claim(`${folder}/channels/${fileName(channel.address ?? channel.name)}`)
      for (const { id } of definitions) setOnce(pages, `channel ${id}`, () => path)
    }
    for (const { name, definitions } of events) {
      const path = names.claim(`${folder}/events/${fileName(spaced(name))}`)
      for (const { id } of definitions) setOnce(pages, `event ${id}`, () => path)
    }
  }
  const eventPages = new Map(
    systems.flatMap(({ events }) =>
      events.map(({ message: { id, version } }) => [version?.id, pages.get(`event ${id}`)]),
    ),
  )
  for (const { name, versions } of subjects) {
    const folder = names.claim(`schemas/${name.split('/').map(fileName).join('/')}`)
    const [only, ...others] = versions
    const eventPage = others.length === 0 ? eventPages.get(only?.id) : undefined
    for (const { id, version } of versions)
      pages.set(`version ${id}`, eventPage ?? names.claim(`${folder}/${version.replaceAll(/[^\w.-]/g, '-')}`))
    const onlyPage = others.length === 0 ? pages.get(`version ${only?.id}`) : undefined
    pages.set(`subject ${name}`, onlyPage ?? `${folder}/index`)
  }
  for (const { id, name, only } of types) {
    const eventPage = only && pages.get(`event ${only.message.id}`)
    pages.set(`type ${id}`, eventPage ?? names.claim(`types/${fileName(name)}`))
  }
  const page = (key: string): string => {
    const path = pages.get(key)
    if (path === undefined) throw new Error(`there is no page for ${key}`)
    return `${path}.html`
  }
  return {
    system: ({ name }) => `${folders.get(name)}/index.html`,
    brokers: ({ name }) => `${folders.get(name)}/brokers.html`,
    application: ({ system, name }) => page(`application ${system} ${name}`),
    channel: ({ id }) => page(`channel ${id}`),
    event: ({ id }) => page(`event ${id}`),
    subject: ({ name }) => page(`subject ${name}`),
    version: ({ id }) => page(`version ${id}`),
    type: ({ id }) => page(`type ${id}`),
  }
}

/** Whether a page stands in the folder of a system. What several systems refer to has its page in the first of them. */
export function isPageOf(paths: PagePaths, system: Pick<System, 'name'>, path: string): boolean {
  return path.startsWith(paths.system(system).replace(/index\.html$/, ''))
}

function setOnce(pages: Map<string, string>, key: string, path: () => string): void {
  if (!pages.has(key)) pages.set(key, path())
}

/** `OrderCreated` as `Order-Created`: the words stay apart when case goes. */
function spaced(name: string): string {
  return name.replaceAll(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, '-')
}
