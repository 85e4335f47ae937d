import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { parse } from 'yaml'

import { repositoryRoot } from '../repository-root.ts'
import type { CodeBlock } from './code-blocks.ts'
import { regionOf } from './region-of.ts'

/** Why a block is not what its origin says, or undefined. TypeScript must have an origin, because nothing else runs it. */
export function blockProblem({ language, text, origin }: CodeBlock): string | undefined {
  if (origin === undefined)
    return language === 'ts' ? 'is TypeScript and names no file that it comes from' : undefined
  const [path = '', region] = origin.source.split('#')
  if (!existsSync(join(repositoryRoot, path))) return `comes from ${path}, which does not exist`
  if (origin.kind === 'output')
    return text === outputOf(path, region) ? undefined : `is not what ${origin.source} prints`
  const source = readFileSync(join(repositoryRoot, path), 'utf8')
  if (origin.kind === 'excerpt')
    return isPartOf(parse(text), parse(source)) ? undefined : `is not a part of ${path}`
  return text === regionOf(source, region) ? undefined : `differs from ${origin.source}`
}

const outputs = new Map<string, string>()

/** What an example prints; with a name only what follows the line `--- NAME`, up to the next such line. */
function outputOf(path: string, name: string | undefined): string {
  const output = outputs.get(path) ?? run(path)
  outputs.set(path, output)
  const part = name === undefined ? output : (output.split(`--- ${name}\n`)[1] ?? '').split(/^--- /m)[0]
  return (part ?? '').trimEnd()
}

/** Runs an example as a program of its own, as a reader would. */
function run(path: string): string {
  const example = spawnSync(process.execPath, ['-C', '@concordat/source', path], {
    cwd: repositoryRoot,
    encoding: 'utf8',
  })
  if (example.status !== 0) throw new Error(`${path} ended with ${example.status}:\n${example.stderr}`)
  return example.stdout
}

/** Whether an excerpt says only what the whole says: objects may leave members out, lists may not. */
function isPartOf(excerpt: unknown, whole: unknown): boolean {
  if (!isObject(excerpt) || !isObject(whole)) return isDeepStrictEqual(excerpt, whole)
  return Object.entries(excerpt).every(
    ([key, value]) => Object.hasOwn(whole, key) && isPartOf(value, whole[key]),
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
