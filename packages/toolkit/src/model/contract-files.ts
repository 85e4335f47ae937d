import type { ContractFile } from './catalog.ts'
import { checkReferences } from './check-references.ts'
import type { ContractProblem } from './contract-error.ts'
import { knownFile, type FileReader } from './file-reader.ts'
import { createLocate, type Locate } from './locate.ts'
import { isJsonPath, parseFile } from './parse-file.ts'
import { ProblemList } from './problem-list.ts'
import { createReferences, type References } from './references.ts'
import { failureCode, isReadFailure, type ReadFailure } from './sources/contract-source.ts'
import { loadYamlLibrary } from './yaml-library.ts'

/** The files of a catalog and the graph of references between them. */
export interface ContractFiles {
  /** By path, sorted. */
  readonly files: ReadonlyMap<string, ContractFile>
  readonly references: References
  readonly locate: Locate
}

/**
 * Reads files and all that they refer to.
 * @throws ContractError with everything that cannot be read, parsed or referred to
 */
export async function readContractFiles(
  reader: FileReader,
  roots: readonly string[],
): Promise<ContractFiles> {
  const reading: Reading = {
    reader,
    files: new Map(),
    failures: new Map(),
    problems: [],
  }
  await readRoots(reading, roots)
  await readReferenced(reading)
  const files = new Map([...reading.files].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  if ([...files.keys()].some((path) => !isJsonPath(path))) await loadYamlLibrary()
  const locate = createLocate(files)
  const references = createReferences(files)
  const problems = new ProblemList(locate)
  for (const problem of reading.problems) problems.add(problem)
  for (const file of files.values()) checkReferences(file.references, references, reading.failures, problems)
  problems.throwIfAny()
  return { files, references, locate }
}

interface Reading {
  readonly reader: FileReader
  readonly files: Map<string, ContractFile>
  /** Files that are not to be had; `invalid`: what is wrong with them is among the problems already. */
  readonly failures: Map<string, ReadFailure | 'invalid'>
  readonly problems: ContractProblem[]
}

async function readRoots(reading: Reading, roots: readonly string[]): Promise<void> {
  for (const path of new Set(roots)) {
    await readFile(reading, path)
    const failure = reading.failures.get(path)
    if (failure !== undefined && failure !== 'invalid') reading.problems.push(unreadableRoot(path, failure))
  }
}

async function readReferenced(reading: Reading): Promise<void> {
  const pending = [...reading.files.keys()]
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    for (const { path: target } of reading.files.get(path)?.references ?? []) {
      if (target === undefined || reading.files.has(target) || reading.failures.has(target)) continue
      await readFile(reading, target)
      pending.push(target)
    }
  }
}

async function readFile(reading: Reading, path: string): Promise<void> {
  const { source, cache } = reading.reader
  const known = knownFile(reading.reader, path)
  if (known !== undefined) {
    reading.files.set(path, known)
    return
  }
  const bytes = await source.read(path)
  if (isReadFailure(bytes)) {
    reading.failures.set(path, bytes)
    return
  }
  const parsed = await parseFile(path, bytes, cache)
  if ('file' in parsed) {
    reading.files.set(path, parsed.file)
  } else {
    reading.failures.set(path, 'invalid')
    reading.problems.push(...parsed.problems)
  }
}

function unreadableRoot(path: string, failure: ReadFailure): ContractProblem {
  const message = `${path} ${failure.detail}.`
  const fix =
    failure.failure === 'too-large'
      ? 'Split it into several files.'
      : 'Make it a readable file under the root.'
  return { code: failureCode(failure), message, fix, place: { file: path, line: 1, column: 1, pointer: '' } }
}
