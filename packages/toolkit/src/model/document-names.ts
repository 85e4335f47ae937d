import { posix } from 'node:path'
import type { FoundDocument } from './discover-documents.ts'
import { slug } from './slug.ts'

/** Name of the system of documents that stand at the root of a repository. */
const ROOT_SYSTEM = 'main'

/**
 * The system that a document belongs to: the first folder under the one it was looked for in, asyncapi/<system>/; in a
 * repository without such a layout, the document's whole folder. It depends on nothing outside the repository.
 */
export function systemName({ path, folder }: FoundDocument): string {
  const own = posix.dirname(path)
  if (folder === '') return own === '.' ? ROOT_SYSTEM : slugOr(own, ROOT_SYSTEM)
  const [first] = path.slice(folder.length + 1).split('/')
  if (own !== folder && first !== undefined) return slugOr(first, ROOT_SYSTEM)
  return folder === 'asyncapi' ? ROOT_SYSTEM : slugOr(folder, ROOT_SYSTEM)
}

/** The service that a document describes: its file's name, its title where the file is named asyncapi.yaml. */
export function serviceName(path: string, title: string): string {
  const base = posix.basename(path).replace(/(?:[._-]?asyncapi)?\.(?:ya?ml|json)$/i, '')
  return slugOr(base, slugOr(title, 'service'))
}

function slugOr(text: string, fallback: string): string {
  const name = slug(text)
  return name === '' ? fallback : name
}
