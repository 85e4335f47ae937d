#!/usr/bin/env node
// An old Node must get far enough here to be told that it is too old, and `concordat --version` must not cost more than
// bare Node: so everything else is imported later.
import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'

interface Manifest {
  readonly version: string
  /** `>=22.8.0` */
  readonly engines: { readonly node: string }
}

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as Manifest
const oldestNode = manifest.engines.node.replace('>=', '')

if (process.argv[2] === '--version' || process.argv[2] === '-v') {
  process.stdout.write(`${manifest.version}\n`)
} else if (process.versions.node.localeCompare(oldestNode, 'en', { numeric: true }) < 0) {
  process.stderr.write(
    `error  concordat needs Node ${oldestNode} or later; this is ${process.versions.node}.\n`,
  )
  process.exitCode = 2
} else {
  void start()
}

async function start(): Promise<void> {
  // Most of what a run makes is soon thrown away. V8 would double its room for that again and again, and take twice the
  // memory to be no faster. It complains about flags that it does not know, so only versions that have it are told.
  if (Number.parseInt(process.versions.node, 10) <= 25) setFlagsFromString('--semi-space-growth-factor=1')
  // A reader that has seen enough (`concordat lint | head`) closes the pipe; that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  const [{ run }, { processOutput }] = await Promise.all([import('./run.ts'), import('./output/output.ts')])
  process.exitCode = await run(process.argv.slice(2), processOutput)
}
