import { join } from 'node:path'

import { bundleCli } from './build/bundle-cli.ts'
import { compilePackages } from './build/compile-packages.ts'
import { exitCode } from './exit-code.ts'
import { repositoryRoot } from './repository-root.ts'

const help = `Usage: npm run build

Builds what is published: the libraries by tsc, the command line as one bundle without dependencies. Each stands in the
dist folder of its package; "npm pack" there makes the tarball.
`

process.exitCode = await build(process.argv.slice(2))

async function build(commandLine: readonly string[]): Promise<number> {
  if (commandLine.length > 0) {
    console.log(help)
    return commandLine[0] === '--help' ? exitCode.ok : exitCode.badUsage
  }
  if (!compilePackages()) return exitCode.failed
  await bundleCli(join(repositoryRoot, 'packages/cli/dist'))
  return exitCode.ok
}
