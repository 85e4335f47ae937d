import { compareText } from '../../model/by-name.ts'
import type { ContractFile, Node } from '../../model/catalog.ts'
import { isArray } from '../../model/json.ts'
import { createLocate } from '../../model/locate.ts'
import { items } from '../../model/node.ts'
import { isJsonPath, parseFile } from '../../model/parse-file.ts'
import { ProblemList } from '../../model/problem-list.ts'
import { isReadFailure, type ContractSource } from '../../model/sources/contract-source.ts'
import { withSource, type SourceSpec } from '../../model/sources/open-source.ts'
import { loadYamlLibrary } from '../../model/yaml-library.ts'
import type { Exception } from './exception.ts'
import { readException } from './read-exception.ts'

/**
 * Reads every exception of a folder, in the order of the files' paths: each JSON or YAML file holds one or a list.
 * Nothing where there is no such folder.
 *
 *     const exceptions = await loadExceptions({ kind: 'folder', path: '.' }, config.exceptions)
 *
 * @param folder relative to the root of the source
 * @throws ContractError `bad-exception` with everything that is wrong, `syntax` where a file is neither JSON nor YAML
 */
export function loadExceptions(
  source: SourceSpec | ContractSource,
  folder: string,
): Promise<readonly Exception[]> {
  return withSource(source, async (opened) => {
    const paths = (await opened.list(folder)).filter((path) => /\.(?:json|ya?ml)$/i.test(path))
    const files = new Map<string, ContractFile>()
    const problems = new ProblemList(createLocate(files))
    for (const path of paths.toSorted(compareText)) await readFile(opened, path, files, problems)
    if (paths.some((path) => !isJsonPath(path))) await loadYamlLibrary()
    const exceptions = toExceptions(files, problems)
    problems.throwIfAny()
    return exceptions
  })
}

async function readFile(
  source: ContractSource,
  path: string,
  files: Map<string, ContractFile>,
  problems: ProblemList,
): Promise<void> {
  const bytes = await source.read(path)
  if (isReadFailure(bytes)) {
    const fix = 'Make it a readable file under the root.'
    const place = { file: path, line: 1, column: 1, pointer: '' }
    problems.add({ code: 'bad-exception', message: `${path} ${bytes.detail}.`, fix, place })
    return
  }
  const parsed = await parseFile(path, bytes, undefined)
  if ('file' in parsed) files.set(path, parsed.file)
  else for (const problem of parsed.problems) problems.add(problem)
}

function toExceptions(files: ReadonlyMap<string, ContractFile>, problems: ProblemList): readonly Exception[] {
  const locate = createLocate(files)
  return [...files.values()].flatMap(({ path, value }) => {
    const root: Node = { file: path, pointer: '', value }
    const nodes = isArray(value) ? items(root) : [root]
    return nodes.flatMap((node) => readException(node, locate(node), problems) ?? [])
  })
}
