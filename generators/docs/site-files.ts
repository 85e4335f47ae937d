import { deprecatedFields, fieldIndex } from './field-index/field-index.ts'
import { searchScript, siteScript } from './frame/browser-scripts.ts'
import type { Page } from './frame/page.ts'
import { printPage } from './frame/print-page.ts'
import { styleSheet } from './frame/style/style-sheet.ts'
import { applicationPage } from './pages/application-page.ts'
import { brokersPage } from './pages/brokers-page.ts'
import { changesPage } from './pages/changes-page.ts'
import { channelPage } from './pages/channel/channel-page.ts'
import { deprecationsPage } from './pages/deprecations-page.ts'
import { eventPage } from './pages/event/event-page.ts'
import { eventsPage } from './pages/events-page.ts'
import { fieldInputs, fieldPages } from './pages/field-pages.ts'
import { lintPage } from './pages/lint-page.ts'
import { overviewPage } from './pages/overview-page.ts'
import { subjectPage } from './pages/schema/subject-page.ts'
import { versionPage } from './pages/schema/version-page.ts'
import { systemPage } from './pages/system-page.ts'
import { typePage } from './pages/type-page.ts'
import { typesPage } from './pages/types-page.ts'
import { bundleDocuments } from './programs/bundle-document.ts'
import { bundleSchema } from './programs/bundle-schema.ts'
import { eventMarkdown } from './programs/event-markdown.ts'
import { hasJsonSchema } from './programs/has-json-schema.ts'
import { jsonText } from './programs/json-text.ts'
import { llmsText } from './programs/llms-text.ts'
import { systemBundles } from './programs/system-bundles.ts'
import { xregistry } from './programs/xregistry/xregistry.ts'
import { searchDocuments, searchIndexScript } from './search/search-documents.ts'
import type { EventEntry, SystemEntry } from './site/event-entry.ts'
import { hasTypes } from './site/has-types.ts'
import { type PageInputs, pageInputs } from './site/page-inputs.ts'
import { isPageOf, PAGES } from './site/page-paths.ts'
import type { Site } from './site/site.ts'

/** A file of the site. */
export interface SiteFile {
  readonly path: string
  /** Equal inputs, equal content. */
  readonly inputs: string
  readonly content: () => string
}

/** Every file of the site; nothing is printed before its content is asked for. */
export function siteFiles(site: Site): readonly SiteFile[] {
  const inputs = pageInputs(site)
  return [
    ...listFiles(site, inputs),
    ...site.systems.flatMap((entry) => systemFiles(site, entry, inputs)),
    ...schemaFiles(site, inputs),
    ...typeFiles(site, inputs),
    fixed('style.css', styleSheet),
    fixed('site.js', siteScript),
    fixed('search.js', searchScript),
  ]
}

/** Pages and files about everything. */
function listFiles(site: Site, { site: inputs, contracts }: PageInputs): readonly SiteFile[] {
  const { findings, proposal } = site.context
  const fields = fieldIndex(site.catalog, site.events)
  const deprecated = deprecatedFields(fields)
  return [
    pageFile(site, PAGES.overview, contracts, () => overviewPage(site)),
    pageFile(site, PAGES.events, contracts, () => eventsPage(site)),
    ...(hasTypes(site) ? [pageFile(site, PAGES.types, inputs, () => typesPage(site))] : []),
    pageFile(site, PAGES.deprecations, JSON.stringify([contracts, fieldInputs(deprecated)]), () =>
      deprecationsPage(site, deprecated),
    ),
    ...fieldPages(site, fields).map((one) =>
      pageFile(site, one.path, JSON.stringify([contracts, one.inputs]), one.page),
    ),
    ...(findings === undefined ? [] : [pageFile(site, PAGES.lint, inputs, () => lintPage(site, findings))]),
    ...(proposal === undefined
      ? []
      : [pageFile(site, PAGES.changes, inputs, () => changesPage(site, proposal))]),
    { path: 'search-index.js', inputs, content: () => searchIndexScript(searchDocuments(site)) },
    { path: 'xregistry.json', inputs, content: () => jsonText(xregistry(site)) },
    { path: 'llms.txt', inputs: contracts, content: () => llmsText(site) },
  ]
}

function systemFiles(site: Site, entry: SystemEntry, inputs: PageInputs): readonly SiteFile[] {
  const { paths } = site
  const { system, events, channels } = entry
  const isOwn = (path: string): boolean => isPageOf(paths, system, path)
  const { contracts } = inputs
  return [
    pageFile(site, paths.system(system), contracts, () => systemPage(site, entry)),
    pageFile(site, paths.brokers(system), contracts, () => brokersPage(site, entry)),
    // Its code shows examples of what it sends.
    ...system.services.map((service) =>
      pageFile(site, paths.application(service), inputs.documents([service.document.node]), () =>
        applicationPage(site, entry, service),
      ),
    ),
    ...systemBundles(system).map(({ file, name, documents }) => ({
      path: paths.system(system).replace('index.html', file),
      inputs: inputs.documents(documents.map(({ document }) => document.node)),
      content: () => jsonText(bundleDocuments(site.catalog, name, documents)),
    })),
    ...channels
      .filter(({ channel }) => isOwn(paths.channel(channel)))
      .map((one) =>
        pageFile(site, paths.channel(one.channel), JSON.stringify([contracts, one.channel.parameters]), () =>
          channelPage(site, entry, one),
        ),
      ),
    ...events
      .filter(({ message }) => isOwn(paths.event(message)))
      .flatMap((event) => eventFiles(site, event, inputs.event(event.message))),
  ]
}

function eventFiles(site: Site, event: EventEntry, inputs: string): readonly SiteFile[] {
  const { message } = event
  const path = site.paths.event(message)
  const beside = (ending: string): string => path.replace(/\.html$/, ending)
  const { payload } = message
  return [
    pageFile(site, path, inputs, () => eventPage(site, event)),
    { path: beside('.md'), inputs, content: () => eventMarkdown(site, event) },
    ...(payload === undefined || !hasJsonSchema(message)
      ? []
      : [
          {
            path: beside('.schema.json'),
            inputs,
            content: () => jsonText(bundleSchema(site.catalog, payload)),
          },
        ]),
  ]
}

/** The only version of a subject is shown by its event, where it has one. */
function schemaFiles(site: Site, inputs: PageInputs): readonly SiteFile[] {
  const { paths, catalog, events } = site
  const eventPages = new Set(events.map(({ message }) => paths.event(message)))
  return catalog.subjects.flatMap((subject) => [
    ...(subject.versions.length === 1
      ? []
      : [pageFile(site, paths.subject(subject), inputs.subject(subject), () => subjectPage(site, subject))]),
    ...subject.versions
      .filter((version) => !eventPages.has(paths.version(version)))
      .map((version) =>
        pageFile(site, paths.version(version), inputs.version(version), () =>
          versionPage(site, subject, version),
        ),
      ),
  ])
}

/** A type that is the message of one event alone is shown by that. */
function typeFiles(site: Site, inputs: PageInputs): readonly SiteFile[] {
  return site.sharedTypes
    .filter(({ only }) => only === undefined)
    .map((type) => {
      const users = [type.events.map(({ name }) => name), type.partOf]
      const own = JSON.stringify([inputs.documents([type.schema]), users])
      return pageFile(site, site.paths.type(type), own, () => typePage(site, type))
    })
}

function pageFile(site: Site, path: string, inputs: string, page: () => Page): SiteFile {
  return { path, inputs, content: () => printPage(site, page()) }
}

/** A file that is the same for all contracts; the generator's own code is part of what the runner compares. */
function fixed(path: string, content: string): SiteFile {
  return { path, inputs: '', content: () => content }
}
