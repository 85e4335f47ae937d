import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
}

const licenseFile = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i

/**
 * The licences of every package that a bundle has files of, as one text; packages with the same text stand together.
 *
 * @param root absolute path that the inputs are relative to
 * @param inputs paths of the files that were bundled
 * @throws Error for a package that neither names a licence nor brings one
 */
export function thirdPartyLicenses(root: string, inputs: readonly string[]): string {
  const folders = new Set(inputs.map(packageFolder).filter((folder) => folder !== undefined))
  const titlesByText = new Map<string, Set<string>>()
  for (const folder of [...folders].toSorted()) {
    const { title, text } = readLicense(join(root, folder))
    titlesByText.set(text, (titlesByText.get(text) ?? new Set()).add(title))
  }
  const notices = [...titlesByText].map(([text, titles]) => `${[...titles].join('\n')}\n\n${text}\n`)
  return `This program contains the following packages.\n\n${notices.join(`\n${'-'.repeat(80)}\n\n`)}`
}

/** `node_modules/a/node_modules/@b/c/lib/d.js` is of `node_modules/a/node_modules/@b/c`; undefined for a file of our own. */
function packageFolder(input: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0]
}

function readLicense(folder: string): { readonly title: string; readonly text: string } {
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Manifest
  const texts = readdirSync(folder)
    .filter((file) => licenseFile.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
  if (license === undefined && texts.length === 0)
    throw new Error(`${name} ${version} is bundled, but says nothing about its licence.`)
  const text =
    texts.length > 0 ? texts.join('\n\n') : `${license}; the package brings no text of its licence.`
  return { title: license === undefined ? `${name} ${version}` : `${name} ${version} (${license})`, text }
}
