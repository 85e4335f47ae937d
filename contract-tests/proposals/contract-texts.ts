import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '../delivery/repository-root.ts'

type Schema = Record<string, unknown>

/** The contracts of this repository as texts, to be edited as a team would. */
export class ContractTexts {
  readonly texts: Map<string, string>

  constructor(texts: ReadonlyMap<string, string> = released()) {
    this.texts = new Map(texts)
  }

  /** Replaces a text that stands in a file, wherever it stands there. */
  replace(path: string, before: string, after: string): void {
    const text = this.#text(path)
    if (!text.includes(before)) throw new Error(`${path} does not hold ${JSON.stringify(before)}`)
    this.texts.set(path, text.replaceAll(before, after))
  }

  /** Removes the lines from the first that holds one text up to the next that holds another. */
  removeLines(path: string, from: string, to: string): void {
    const lines = this.#text(path).split('\n')
    const start = lines.findIndex((line) => line.includes(from))
    const end = lines.findIndex((line, index) => index > start && line.includes(to))
    if (start < 0 || end < 0) throw new Error(`${path} has no lines from ${from} to ${to}`)
    this.texts.set(path, lines.toSpliced(start, end - start).join('\n'))
  }

  remove(path: string): void {
    if (!this.texts.delete(path)) throw new Error(`${path} does not exist`)
  }

  /** Writes a new version of a subject from an older one, and has the documents of a system refer to it. */
  release(
    subject: string,
    from: string,
    to: string,
    change: (schema: Schema) => void,
    system?: string,
  ): void {
    const path = `schemas/${subject}/${from}.json`
    const schema = JSON.parse(this.#text(path).replaceAll(`${from}.json`, `${to}.json`)) as Schema
    change(schema)
    this.texts.set(`schemas/${subject}/${to}.json`, `${JSON.stringify(schema, null, 2)}\n`)
    if (system !== undefined)
      this.replace(`asyncapi/${system}/channels.yaml`, `${subject}/${from}.json`, `${subject}/${to}.json`)
  }

  #text(path: string): string {
    const text = this.texts.get(path)
    if (text === undefined) throw new Error(`${path} does not exist`)
    return text
  }
}

function released(): ReadonlyMap<string, string> {
  const folders = ['asyncapi', 'schemas'].flatMap((folder) =>
    readdirSync(join(repositoryRoot, folder), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path.replaceAll('\\', '/')}`,
    ),
  )
  const paths = folders.filter((path) => /\.(?:ya?ml|json)$/.test(path))
  return new Map(paths.map((path) => [path, readFileSync(join(repositoryRoot, path), 'utf8')]))
}
