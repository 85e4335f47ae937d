import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { exitCode } from './exit-code.ts'
import { referencePages } from './reference/reference-pages.ts'
import { repositoryRoot } from './repository-root.ts'

const help = `Usage: node packages/workbench/bootstrap.mjs reference [--check]

Writes the pages of docs/ that are derived from the code: the reference of rules, commands and configuration, and the
index of docs/adr.

  --check   write nothing; name each page that is out of step and end with 1
`

process.exitCode = await main(process.argv.slice(2))

async function main(commandLine: readonly string[]): Promise<number> {
  const [option, ...rest] = commandLine
  if (rest.length > 0 || (option !== undefined && option !== '--check')) {
    console.log(help)
    return option === '--help' ? exitCode.ok : exitCode.badUsage
  }
  const pages = [...(await referencePages())].filter(([path, content]) => read(path) !== content)
  for (const [path, content] of pages) {
    console.log(`${option === '--check' ? 'is out of step' : 'written       '} ${path}`)
    if (option !== '--check') write(path, content)
  }
  return option === '--check' && pages.length > 0 ? exitCode.failed : exitCode.ok
}

function read(path: string): string | undefined {
  try {
    return readFileSync(join(repositoryRoot, path), 'utf8')
  } catch {
    return undefined
  }
}

function write(path: string, content: string): void {
  const file = join(repositoryRoot, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}
