import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { repositoryRoot } from '../repository-root.ts'

/** Where the scripts of the documentation site stand, ready to be printed by its generator. */
export const browserScriptsFile = 'generators/docs/frame/browser-scripts.ts'

/** The scripts of the documentation site, compiled for browsers, as a module of texts: a generator reads no files. */
export async function printBrowserScripts(): Promise<string> {
  const license = readFileSync(join(repositoryRoot, 'node_modules/minisearch/LICENSE.txt'), 'utf8').trim()
  const site = await compile('site')
  const search = await compile('search')
  return [
    '/** Written by `node packages/workbench/bootstrap.mjs browser-scripts` from generators/docs/browser. Do not edit. */',
    `export const siteScript: string = ${JSON.stringify(site)}`,
    '',
    '/** With MiniSearch in it. */',
    `export const searchScript: string = ${JSON.stringify(`/*! MiniSearch\n${license}\n*/\n${search}`)}`,
    '',
  ].join('\n')
}

async function compile(name: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: repositoryRoot,
    entryPoints: [`generators/docs/browser/${name}.ts`],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  })
  return outputFiles[0]?.text ?? ''
}
