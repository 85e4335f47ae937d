import { hash } from 'node:crypto'
import type { Message, Node, Subject, SubjectVersion } from '@concordat/toolkit/model'
import type { Site } from './site.ts'

/**
 * What pages depend on, as texts that are equal where the pages are. Schemas change more often than documents, so that a
 * page depends on every document, and on those versions of schemas alone that it shows.
 */
export interface PageInputs {
  /** Everything. */
  readonly site: string
  /** All that is not written in a version of a schema, and which versions there are. */
  readonly contracts: string
  /** All that documents say, themselves and in what they refer to. */
  readonly documents: (documents: readonly Node[]) => string
  readonly event: (message: Message) => string
  readonly subject: (subject: Subject) => string
  readonly version: (version: SubjectVersion) => string
}

export function pageInputs(site: Site): PageInputs {
  const { catalog, context } = site
  const versions = catalog.subjects.flatMap((subject) => subject.versions)
  const versionPaths = new Set(versions.map(({ path }) => path))
  const hashesOf = (paths: Iterable<string>): string =>
    [...paths]
      .toSorted()
      .map((path) => `${path} ${catalog.files.get(path)?.hash}`)
      .join('\n')
  const contracts = hash(
    'sha256',
    JSON.stringify([
      hashesOf([...catalog.files.keys()].filter((path) => !versionPaths.has(path))),
      versions.map(({ id, deprecated }) => [id, deprecated]),
      catalog.openEnums,
      context.sourceUrl,
      context.findings !== undefined,
      context.proposal?.changes,
    ]),
  )
  const schemasBehind = (...nodes: readonly (Node | undefined)[]): string =>
    hashesOf(new Set(nodes.flatMap((node) => (node === undefined ? [] : [...site.reachedFiles(node)]))))
  const versionsOf = (subject: Subject): string =>
    schemasBehind(...subject.versions.map(({ schema }) => schema))
  const referrersOf = (subject: Subject): readonly (readonly string[])[] =>
    subject.versions.map((version) => site.referrersOf(version).map(({ id }) => id))
  return {
    site: JSON.stringify([contracts, hashesOf(catalog.files.keys()), context.findings, context.proposal]),
    contracts,
    documents: (documents) => JSON.stringify([contracts, schemasBehind(...documents)]),
    event: ({ payload, headers, data, version }) =>
      JSON.stringify([
        contracts,
        schemasBehind(payload, headers, data),
        version === undefined ? '' : versionsOf(site.subjectOf(version)),
      ]),
    subject: (subject) => JSON.stringify([contracts, versionsOf(subject), referrersOf(subject)]),
    version: (version) =>
      JSON.stringify([contracts, versionsOf(site.subjectOf(version)), referrersOf(site.subjectOf(version))]),
  }
}
