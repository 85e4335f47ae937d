import type { Cache } from '../cache/cache.ts'
import type { ContractFile } from './catalog.ts'
import type { ContractErrorCode, ContractProblem } from './contract-error.ts'
import { createLocate, type Locate } from './locate.ts'
import { isJsonPath, parseFile } from './parse-file.ts'
import { joinPointer } from './pointer.ts'
import { ProblemList } from './problem-list.ts'
import { outsideRoot, referenceTarget, type Reference, type ReferenceFailure } from './reference-target.ts'
import { createReferences, isFailure, referenceOf, type References } from './references.ts'
import { isReadFailure, type ContractSource, type ReadFailure } from './sources/contract-source.ts'
import { visitContract } from './visit-contract.ts'
import { loadYamlLibrary } from './yaml-library.ts'

/** The files of a catalog and the graph of references between them. */
export interface ContractFiles {
  readonly files: ReadonlyMap<string, ContractFile>
  readonly references: References
  readonly locate: Locate
}

/**
 * Reads files and all that they refer to.
 * @throws ContractError with everything that cannot be read, parsed or referred to
 */
export async function readContractFiles(
  source: ContractSource,
  roots: readonly string[],
  cache: Cache | undefined,
): Promise<ContractFiles> {
  const reading: Reading = { files: new Map(), failures: new Map(), faults: [] }
  await readRoots(reading, source, roots, cache)
  const paths = [...reading.files.keys()].toSorted()
  if (paths.some((path) => !isJsonPath(path))) await loadYamlLibrary()
  const files = new Map(paths.map((path) => [path, reading.files.get(path) as ContractFile]))
  const locate = createLocate(files)
  const references = createReferences(files)
  const problems = new ProblemList(locate)
  for (const fault of reading.faults) problems.add(fault)
  for (const file of files.values()) checkReferences(file, references, reading, problems)
  problems.throwIfAny()
  return { files, references, locate }
}

interface Reading {
  readonly files: Map<string, ContractFile>
  /** Files that are not to be had; `invalid`: its problems are among the faults already. */
  readonly failures: Map<string, ReadFailure | 'invalid'>
  readonly faults: ContractProblem[]
}

async function readRoots(
  reading: Reading,
  source: ContractSource,
  roots: readonly string[],
  cache: Cache | undefined,
): Promise<void> {
  for (const path of roots) {
    await readFile(reading, source, path, cache)
    const failure = reading.failures.get(path)
    if (failure !== undefined && failure !== 'invalid') reading.faults.push(unreadableRoot(path, failure))
  }
  const pending = [...reading.files.values()]
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    for (const path of referencedPaths(file)) {
      const known = reading.files.has(path) || reading.failures.has(path)
      const found = known ? undefined : await readFile(reading, source, path, cache)
      if (found !== undefined) pending.push(found)
    }
  }
}

async function readFile(
  reading: Reading,
  source: ContractSource,
  path: string,
  cache: Cache | undefined,
): Promise<ContractFile | undefined> {
  const bytes = await source.read(path)
  if (isReadFailure(bytes)) {
    reading.failures.set(path, bytes)
    return undefined
  }
  const parsed = await parseFile(path, bytes, cache)
  if ('file' in parsed) {
    reading.files.set(path, parsed.file)
    return parsed.file
  }
  reading.failures.set(path, 'invalid')
  reading.faults.push(...parsed.problems)
  return undefined
}

function referencedPaths(file: ContractFile): readonly string[] {
  const paths = new Set<string>()
  for (const { reference } of referencesIn(file)) {
    const target = referenceTarget(reference)
    if (!isFailure(target) && target.kind === 'file') paths.add(target.path)
  }
  return [...paths]
}

function referencesIn(file: ContractFile): { readonly reference: Reference; readonly pointer: string }[] {
  const found: { reference: Reference; pointer: string }[] = []
  visitContract(file.value, (object, pointer) => {
    const ref = referenceOf(object)
    if (ref !== undefined)
      found.push({ reference: { file: file.path, ref }, pointer: joinPointer(pointer, '$ref') })
  })
  return found
}

/** Each reference is reported where it stands; one whose chain fails later is the later one's fault. */
function checkReferences(
  file: ContractFile,
  references: References,
  reading: Reading,
  problems: ProblemList,
): void {
  for (const { reference, pointer } of referencesIn(file)) {
    const found = references.follow(reference)
    if (!isFailure(found) || found.reference.file !== reference.file || found.reference.ref !== reference.ref)
      continue
    const failure = explain(found, reading)
    if (failure !== undefined)
      problems.at({ file: file.path, pointer }, failure.code, failure.message, failure.fix)
  }
}

/** Says why the file of a reference cannot be had; nothing where that is reported already. */
function explain(
  failure: ReferenceFailure,
  reading: Reading,
): Omit<ReferenceFailure, 'reference'> | undefined {
  const { reference } = failure
  const target = referenceTarget(reference)
  const cause = !isFailure(target) && target.kind === 'file' ? reading.failures.get(target.path) : undefined
  if (cause === undefined || isFailure(target) || target.kind !== 'file') return failure
  if (cause === 'invalid') return undefined
  if (cause.failure === 'missing') return failure
  if (cause.failure === 'outside-root') return outsideRoot(reference)
  const message = `The reference ${JSON.stringify(reference.ref)} leads to ${target.path}, which ${cause.detail}.`
  return { code: CODES[cause.failure], message, fix: 'Refer to a file that can be read.' }
}

const CODES: Readonly<Record<ReadFailure['failure'], ContractErrorCode>> = {
  missing: 'not-found',
  'outside-root': 'reference-outside-root',
  'too-large': 'too-large',
  unreadable: 'unreadable',
}

function unreadableRoot(path: string, failure: ReadFailure): ContractProblem {
  return {
    code: CODES[failure.failure],
    message: `${path} ${failure.detail}.`,
    fix:
      failure.failure === 'too-large'
        ? 'Split it into several files.'
        : 'Make it a readable file under the root.',
    place: { file: path, line: 1, column: 1, pointer: '' },
  }
}
