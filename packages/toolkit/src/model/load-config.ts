import { posix } from 'node:path'
import type { ContractFile, Json, Node } from './catalog.ts'
import { readCompatibility } from './load-compatibility.ts'
import { CONFIG_FILE, CONFIG_KEYS, DEFAULT_CONFIG, type Config } from './config.ts'
import { ContractError } from './contract-error.ts'
import type { Severity } from './finding.ts'
import { createLocate } from './locate.ts'
import { child, entries, isObjectNode, items } from './node.ts'
import { parseFile } from './parse-file.ts'
import { ProblemList } from './problem-list.ts'
import { isReadFailure, type ContractSource } from './sources/contract-source.ts'
import { withSource, type SourceSpec } from './sources/open-source.ts'
import { wrongValue } from './wrong-value.ts'

/**
 * Reads concordat.config.json at the root of a source; the defaults where there is none. Plain JSON, never executed.
 * @throws ContractError `bad-config` with every unknown key and wrong value, `syntax` where it is not JSON
 */
export function loadConfig(source: SourceSpec | ContractSource): Promise<Config> {
  return withSource(source, readConfig)
}

/** @throws ContractError as {@link loadConfig} */
export async function readConfig(source: ContractSource): Promise<Config> {
  const bytes = await source.read(CONFIG_FILE)
  if (isReadFailure(bytes)) {
    if (bytes.failure === 'missing') return DEFAULT_CONFIG
    const fix = 'Make it a readable JSON file, or remove it.'
    throw new ContractError([
      { code: 'bad-config', message: `${CONFIG_FILE} ${bytes.detail}.`, fix, place: undefined },
    ])
  }
  const parsed = await parseFile(CONFIG_FILE, bytes, undefined)
  if ('file' in parsed) return toConfig(parsed.file)
  const [first, ...rest] = parsed.problems
  throw first === undefined
    ? new Error('a file that cannot be parsed has a problem')
    : new ContractError([first, ...rest])
}

function toConfig(file: ContractFile): Config {
  const problems = new ProblemList(createLocate(new Map([[file.path, file]])))
  const root: Node = { file: file.path, pointer: '', value: file.value }
  knownKeys(root, keysUnder(''), problems)
  const lint = child(root, 'lint')
  if (lint !== undefined) knownKeys(lint, keysUnder('lint.'), problems)
  const compatibility = child(root, 'compatibility')
  if (compatibility !== undefined) knownKeys(compatibility, keysUnder('compatibility.'), problems)
  const config: Config = {
    documents: readDocuments(child(root, 'documents'), problems),
    schemas: readPath(child(root, 'schemas'), problems) ?? DEFAULT_CONFIG.schemas,
    generated: readOutput(child(root, 'generated'), problems) ?? DEFAULT_CONFIG.generated,
    exceptions: readFolder(child(root, 'exceptions'), problems) ?? DEFAULT_CONFIG.exceptions,
    targets: readTargets(child(root, 'targets'), problems),
    lint: { rules: readRules(lint === undefined ? undefined : child(lint, 'rules'), problems) },
    compatibility: readCompatibility(compatibility, problems),
  }
  problems.throwIfAny()
  return config
}

/** Keys that may stand in the object whose own path is the prefix. */
function keysUnder(prefix: string): readonly string[] {
  const below = CONFIG_KEYS.flatMap(({ name }) => (name.startsWith(prefix) ? name.slice(prefix.length) : []))
  return [...new Set(below.map((path) => path.split('.')[0] ?? path))]
}

function knownKeys(node: Node, known: readonly string[], problems: ProblemList): void {
  if (!isObjectNode(node)) wrongValue(node, 'an object', problems)
  else {
    for (const [key, member] of entries(node)) {
      if (known.includes(key)) continue
      const message = `${CONFIG_FILE} has the unknown key ${JSON.stringify(key)}.`
      problems.at(member, 'bad-config', message, `Remove it, or use one of ${known.join(', ')}.`)
    }
  }
}

function readDocuments(node: Node | undefined, problems: ProblemList): readonly string[] | undefined {
  if (node === undefined) return undefined
  if (!Array.isArray(node.value)) wrongValue(node, 'a list of files and folders', problems)
  return items(node).flatMap((item) => readPath(item, problems) ?? [])
}

function readPath(node: Node | undefined, problems: ProblemList): string | undefined {
  if (node === undefined) return undefined
  const path = typeof node.value === 'string' ? posix.normalize(node.value).replace(/\/$/, '') : ''
  if (path !== '' && !/^(?:\.\.(?:\/|$)|\/|[A-Za-z]:)|\\/.test(path)) return path === '.' ? '' : path
  wrongValue(node, 'a path relative to the root that does not leave it', problems)
  return undefined
}

/** A folder of its own: every JSON and YAML file in it is read. */
function readFolder(node: Node | undefined, problems: ProblemList): string | undefined {
  const path = readPath(node, problems)
  if (node !== undefined && path === '') wrongValue(node, 'a folder below the root', problems)
  return path
}

/** Whoever generates for a stranger's branch must not let it write where git finds its hooks and its configuration. */
function readOutput(node: Node | undefined, problems: ProblemList): string | undefined {
  const path = readPath(node, problems)
  const isOfGit = path?.split('/').some((name) => name.toLowerCase() === '.git') === true
  if (node !== undefined && isOfGit) wrongValue(node, "a folder outside git's own", problems)
  return path
}

function readTargets(node: Node | undefined, problems: ProblemList): Config['targets'] {
  if (node === undefined) return {}
  if (!isObjectNode(node)) wrongValue(node, 'an object with the options of each target', problems)
  const options = entries(node).map(([target, member]) => {
    if (!isObjectNode(member)) wrongValue(member, `an object with the options of ${target}`, problems)
    return [target, member.value as Readonly<Record<string, Json>>] as const
  })
  return Object.fromEntries(options)
}

function readRules(node: Node | undefined, problems: ProblemList): Config['lint']['rules'] {
  if (node === undefined) return {}
  if (!isObjectNode(node)) wrongValue(node, 'an object from rule to severity', problems)
  const rules = entries(node).map(([rule, member]) => {
    const severity = member.value
    if (severity !== 'off' && severity !== 'warning' && severity !== 'error') {
      wrongValue(member, '"off", "warning" or "error"', problems)
    }
    return [rule, severity as 'off' | Severity] as const
  })
  return Object.fromEntries(rules)
}
