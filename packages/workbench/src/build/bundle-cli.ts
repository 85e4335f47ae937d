import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { build } from 'esbuild'

import { repositoryRoot } from '../repository-root.ts'
import { namedImports } from './named-imports.ts'
import { precompiledStructure } from './precompiled-structure.ts'
import { thirdPartyLicenses } from './third-party-licenses.ts'
import { withoutPackage } from './without-package.ts'

/**
 * What packages written as CommonJS find in their scope. It stands in the entry file too, which must start on any Node
 * in order to say which one it needs.
 */
const commonJsScope = [
  `import { createRequire as __createRequire } from 'node:module'`,
  `const require = __createRequire(import.meta.url)`,
  `const { filename: __filename, dirname: __dirname } = import.meta`,
].join(';')

/**
 * Bundles the command line with everything that it needs, so that it installs as one package. What is imported lazily
 * stays in a chunk of its own. Beside the code stand the schema of its reports and the licences of the packages that went
 * into it.
 *
 * @param folder absolute path of the output, emptied first
 */
export async function bundleCli(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const { metafile } = await build({
    absWorkingDir: repositoryRoot,
    entryPoints: { concordat: 'packages/cli/src/main.ts' },
    outdir: folder,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.8',
    conditions: ['@concordat/source'],
    // Names stay as they are, for the stack traces in bug reports.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    banner: { js: commonJsScope },
    // Its UMD build asks for its own files in a way that a bundler does not see.
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    plugins: [
      namedImports,
      precompiledStructure,
      // json-schema-to-typescript can lay out what it prints; it is never asked to.
      withoutPackage('prettier'),
      // The AsyncAPI parser can follow references to the network; it never may.
      withoutPackage('node-fetch'),
    ],
    metafile: true,
    logLevel: 'warning',
  })
  const schema = 'packages/toolkit/src/gate/output/report.schema.json'
  copyFileSync(join(repositoryRoot, schema), join(folder, 'report.schema.json'))
  const licenses = thirdPartyLicenses(repositoryRoot, Object.keys(metafile.inputs))
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), licenses)
}
