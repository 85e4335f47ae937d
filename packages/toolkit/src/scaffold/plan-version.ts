import { posix } from 'node:path'
import { quote } from '../lint/quote.ts'
import type { Catalog, ContractFile, Subject, SubjectVersion } from '../model/catalog.ts'
import { findReferences } from '../model/find-references.ts'
import { pointerTokens } from '../model/pointer.ts'
import { referenceTarget } from '../model/reference-target.ts'
import { isFailure } from '../model/references.ts'
import { editStrings } from './edit/edit-document.ts'
import type { FilePlan, PlannedFile } from './file-plan.ts'
import { parseSubject } from './names.ts'
import { nearest, whatThereIs } from './nearest.ts'
import { type Bump, nextVersion } from './next-version.ts'
import { refusal } from './refusal.ts'
import { valueAt } from './values.ts'

export interface VersionRequest {
  /** `<domain>/<subject>`. */
  readonly subject: string
  readonly bump: Bump
  /** The version to copy; the newest where it is left out. */
  readonly from?: string | undefined
  /** Whether the documents that refer to the copied version refer to the new one from now on. */
  readonly use: boolean
}

/**
 * Plans a new version of a subject: a copy of the newest one, or of another, under the next number.
 *
 * @throws ContractError `not-found`, `already-exists`
 */
export function planVersion(catalog: Catalog, request: VersionRequest): FilePlan {
  parseSubject(request.subject)
  const subject = findSubject(catalog, request.subject)
  const former = findVersion(subject, request.from)
  const version = nextVersion(former.version, request.bump)
  refuseExisting(subject, former, version)
  const fileName = `${version}${posix.extname(former.path)}`
  const path = posix.join(posix.dirname(former.path), fileName)
  const created = { path, content: copy(catalog, former, version), before: undefined }
  const users = documentsReferringTo(catalog, former)
  if (!request.use)
    return { files: [created], notes: users.flatMap((user) => stillRefers(catalog, user, former, fileName)) }
  const moved = users.map((user) => moveReferences(user, former, fileName))
  return { files: [...moved, created].toSorted((a, b) => (a.path < b.path ? -1 : 1)), notes: [] }
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
    'Build on it with --from, or choose another step with --major, --minor or --patch.',
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

/** A document and the pointers of its references to a version. */
interface User {
  readonly file: ContractFile
  readonly pointers: readonly string[]
}

/** Only documents: a version that refers to another one is released and stays as it is. */
function documentsReferringTo({ files, subjects }: Catalog, version: SubjectVersion): readonly User[] {
  const versions = new Set(subjects.flatMap(({ versions }) => versions.map(({ path }) => path)))
  return [...files.values()].flatMap((file) => {
    if (versions.has(file.path)) return []
    const pointers = findReferences(file).flatMap(({ reference, pointer }) => {
      const target = referenceTarget(reference)
      return !isFailure(target) && target.kind === 'file' && target.path === version.path ? [pointer] : []
    })
    return pointers.length === 0 ? [] : [{ file, pointers }]
  })
}

function moveReferences({ file, pointers }: User, { path }: SubjectVersion, fileName: string): PlannedFile {
  const from = posix.basename(path)
  const edits = pointers.map((pointer) => ({ keys: pointerTokens(pointer) ?? [], from, to: fileName }))
  return { path: file.path, content: editStrings(file, edits), before: file.text }
}

function stillRefers(
  { locate }: Catalog,
  { file, pointers }: User,
  { version }: SubjectVersion,
  fileName: string,
): readonly string[] {
  return pointers.map((pointer) => {
    const { line } = locate({ file: file.path, pointer })
    return `${file.path}:${line} still refers to ${version}; write ${fileName} there, or let --use do it next time.`
  })
}

function fileOf(files: Catalog['files'], path: string): ContractFile {
  const file = files.get(path)
  if (file === undefined) throw new Error(`the catalog does not hold ${path}`)
  return file
}
