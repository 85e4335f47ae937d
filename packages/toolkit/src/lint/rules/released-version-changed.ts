import type { Catalog, ContractFile, Json } from '../../model/catalog.ts'
import { isArray, isObject } from '../../model/json.ts'
import { parseFile } from '../../model/parse-file.ts'
import { joinPointer } from '../../model/pointer.ts'
import { isBlobOf } from '../../model/sources/blob-id.ts'
import { withoutAnnotations } from '../schemas/annotations.ts'
import type { BaseRevision } from '../base-revision.ts'
import { isReleased } from '../released.ts'
import { quote } from '../quote.ts'
import type { Rule, Violation } from '../rule.ts'

export const releasedVersionChanged: Rule = {
  id: 'released-version-changed',
  severity: 'error',
  summary:
    'A version file that the base revision has says something else there. Descriptions, comments, examples, ' +
    '`deprecated` and extensions may change, and so may pre-releases such as `2.0.0-rc.1`.',
  why: 'Programs that were built from the released version and programs built from this one disagree under one number.',
  check: ({ catalog, base }) => (base === undefined ? [] : changes(catalog, base)),
}

async function changes(catalog: Catalog, base: BaseRevision): Promise<Iterable<Violation>> {
  const versions = catalog.subjects.flatMap((subject) => subject.versions)
  const touched = versions.flatMap(({ path, version }) => {
    const file = catalog.files.get(path)
    const blobId = base.blobs.get(path)
    if (file === undefined || blobId === undefined || !isReleased(version)) return []
    return isBlobOf(file, blobId) ? [] : [file]
  })
  const texts = await base.read(touched.map(({ path }) => path))
  const violations: Violation[] = []
  for (const file of touched) {
    const released = await parseReleased(file.path, texts.get(file.path))
    const pointer =
      released && firstDifference(withoutAnnotations(released.value), withoutAnnotations(file.value))
    if (pointer === undefined) continue
    violations.push({
      at: { file: file.path, pointer },
      message: `${file.path} is released in ${quote(base.label)} and now differs at ${quote(pointer)}`,
      fix: 'Restore the file, and make the change in a new version beside it.',
    })
  }
  return violations
}

/** Undefined where the base cannot be read: what never worked was never released. */
async function parseReleased(path: string, text: string | undefined): Promise<ContractFile | undefined> {
  if (text === undefined) return undefined
  const parsed = await parseFile(path, Buffer.from(text), undefined)
  return 'file' in parsed ? parsed.file : undefined
}

/** Pointer of the first member, in the order of names, that is not the same in both. */
function firstDifference(before: Json | undefined, now: Json | undefined, pointer = ''): string | undefined {
  const areObjects = isObject(before) && isObject(now)
  const areArrays = isArray(before) && isArray(now)
  if (!areObjects && !areArrays) return before === now ? undefined : pointer
  const left = new Map(Object.entries(before))
  const right = new Map(Object.entries(now))
  for (const key of [...new Set([...left.keys(), ...right.keys()])].toSorted()) {
    const found = firstDifference(left.get(key), right.get(key), joinPointer(pointer, key))
    if (found !== undefined) return found
  }
  return undefined
}
