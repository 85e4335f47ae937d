import { posix } from 'node:path'
import { quote } from '../lint/quote.ts'
import type { Catalog, ContractFile, Subject, SubjectVersion } from '../model/catalog.ts'
import { editStrings } from './edit/edit-document.ts'
import type { FilePlan } from './file-plan.ts'
import { nearest, whatThereIs } from './nearest.ts'
import { type Bump, nextVersion } from './next-version.ts'
import { refusal } from './refusal.ts'
import { valueAt } from './values.ts'
import { moveReferences, referencesToLine, type VersionReference } from './version-references.ts'

export interface VersionRequest {
  /** `<domain>/<subject>`, one that exists. */
  readonly subject: string
  readonly bump: Bump
  /** The version to copy; the newest where it is left out. */
  readonly from?: string | undefined
  /** Whether the documents that refer to the line that it continues refer to the new version from now on. */
  readonly use: boolean
}

/**
 * Plans a new version of a subject: a copy of the newest one, or of another, under the next number.
 *
 * @throws ContractError `not-found`, `already-exists`
 */
export function planVersion(catalog: Catalog, request: VersionRequest): FilePlan {
  const subject = findSubject(catalog, request.subject)
  const former = findVersion(subject, request.from)
  const version = nextVersion(former.version, request.bump)
  refuseExisting(subject, former, version)
  const fileName = `${version}${posix.extname(former.path)}`
  const path = posix.join(posix.dirname(former.path), fileName)
  const created = { path, content: copy(catalog, former, version), before: undefined }
  const references = referencesToLine(catalog, subject, former)
  const moved = request.use ? moveReferences(references, fileName) : []
  return {
    files: [...moved, created].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    notes: request.use ? [] : references.map((reference) => stillRefers(catalog, reference, fileName)),
  }
}

function findSubject({ subjects }: Catalog, name: string): Subject {
  const subject = subjects.find((subject) => subject.name === name)
  if (subject !== undefined) return subject
  const known = subjects.map(({ name }) => name)
  throw refusal('not-found', `There is no subject ${quote(name)}.`, nearest(name, known))
}

function findVersion({ name, versions }: Subject, number: string | undefined): SubjectVersion {
  const version = number === undefined ? versions.at(-1) : versions.find(({ version }) => version === number)
  if (version !== undefined) return version
  const known = whatThereIs(versions.map(({ version }) => version))
  throw refusal('not-found', `There is no version ${quote(number ?? '')} of ${name}.`, known)
}

function refuseExisting({ name, versions }: Subject, former: SubjectVersion, next: string): void {
  if (versions.every(({ version }) => version !== next)) return
  throw refusal(
    'already-exists',
    `There is a version ${next} of ${name} already, and ${former.version} is older.`,
    `Build on it with --from ${next}, or choose another step with --major, --minor or --patch.`,
  )
}

/** The former version's text with the new number in its `$id`. */
function copy({ files }: Catalog, { path, version, subject, schema }: SubjectVersion, next: string): string {
  const file = fileOf(files, path)
  const id = valueAt(schema.value, ['$id'])
  if (typeof id !== 'string') return file.text
  const extension = posix.extname(path)
  const end = `/${version}${extension}`
  const [from, to] = id.includes(end)
    ? [end, `/${next}${extension}`]
    : [id, `concordat:/${subject}/${next}${extension}`]
  return editStrings(file, [{ keys: ['$id'], from, to }])
}

function stillRefers(
  { locate }: Catalog,
  { file, pointer, version }: VersionReference,
  fileName: string,
): string {
  const { line } = locate({ file: file.path, pointer })
  return `${file.path}:${line} still refers to ${version.version}. To move it, write ${fileName} there; --use does so next time.`
}

function fileOf(files: Catalog['files'], path: string): ContractFile {
  const file = files.get(path)
  if (file === undefined) throw new Error(`the catalog does not hold ${path}`)
  return file
}
