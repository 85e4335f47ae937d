#!/usr/bin/env node
// Nothing may be imported here before the version is printed: `concordat --version` is what a script asks first.
if (process.argv[2] === '--version' || process.argv[2] === '-v') {
  const { readFileSync } = await import('node:fs')
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  process.stdout.write(`${manifest.version}\n`)
} else {
  // A reader that has seen enough (`concordat lint | head`) closes the pipe; that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  const [{ run }, { processOutput }] = await Promise.all([import('./run.ts'), import('./output/output.ts')])
  process.exitCode = await run(process.argv.slice(2), processOutput)
}

export {}
