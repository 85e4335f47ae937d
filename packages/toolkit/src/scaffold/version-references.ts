import { posix } from 'node:path'
import type { Catalog, ContractFile, Subject, SubjectVersion } from '../model/catalog.ts'
import { pointerTokens } from '../model/pointer.ts'
import { parseSemver } from '../model/semver.ts'
import { editStrings } from './edit/edit-document.ts'
import type { PlannedFile } from './file-plan.ts'

/** A document's reference to a version. */
export interface VersionReference {
  readonly file: ContractFile
  readonly pointer: string
  readonly version: SubjectVersion
}

/**
 * What the documents refer to of the line that the new version continues: versions with the same major number, up to the
 * one it was copied from. Versions that refer to others are released and stay as they are.
 */
export function referencesToLine(
  { files, subjects }: Catalog,
  { versions }: Subject,
  former: SubjectVersion,
): readonly VersionReference[] {
  const line = versions
    .slice(0, versions.indexOf(former) + 1)
    .filter(({ version }) => parseSemver(version)?.major === parseSemver(former.version)?.major)
  const schemas = new Set(subjects.flatMap(({ versions }) => versions.map(({ path }) => path)))
  return [...files.values()]
    .filter(({ path }) => !schemas.has(path))
    .flatMap((file) =>
      file.references.flatMap(({ pointer, path: target }) => {
        const version = line.find(({ path }) => path === target)
        return version === undefined ? [] : [{ file, pointer, version }]
      }),
    )
}

/** The documents with their references moved to another file of the subject. */
export function moveReferences(
  references: readonly VersionReference[],
  fileName: string,
): readonly PlannedFile[] {
  return [...Map.groupBy(references, ({ file }) => file)].map(([file, references]) => {
    const edits = references.map(({ pointer, version }) => ({
      keys: pointerTokens(pointer) ?? [],
      from: posix.basename(version.path),
      to: fileName,
    }))
    return { path: file.path, content: editStrings(file, edits), before: file.text }
  })
}
