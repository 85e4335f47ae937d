import type * as Yaml from 'yaml'

export type YamlLibrary = typeof Yaml

let loaded: YamlLibrary | undefined

/** Loads the YAML library on first need: a repository written in JSON never pays for it. */
export async function loadYamlLibrary(): Promise<YamlLibrary> {
  loaded ??= await import('yaml')
  return loaded
}

/** The library where it is loaded; positions are asked for synchronously, after a load. */
export function yamlLibrary(): YamlLibrary {
  if (loaded === undefined) {
    throw new Error('loadYamlLibrary must have resolved before positions in YAML are asked for')
  }
  return loaded
}

/** One YAML 1.2 document. Merge keys (`<<`) are honoured, as AsyncAPI's own tools honour them. */
export function parseYamlDocument(library: YamlLibrary, text: string): Yaml.Document.Parsed {
  // The library's own check for keys written twice is quadratic in the size of a map; parse-yaml.ts has a linear one.
  return library.parseDocument(text, {
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  })
}

/** The name under which a key of a YAML map stands in JSON; undefined for a key that is a list or a map itself. */
export function keyName(library: YamlLibrary, key: unknown): string | undefined {
  const value = library.isScalar(key) ? key.value : key
  if (value === null) return ''
  if (typeof value === 'string') return value
  // The library marks a merge key, `<<`, by a symbol of that name.
  if (typeof value === 'symbol') return value.description
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}
