import { describe, expect, it } from 'vitest'
import { loadCatalog } from './load-catalog.ts'
import { memorySource } from './sources/memory-source.ts'

const yaml = `asyncapi: 3.0.0
info: {title: T, version: 1.0.0}
x-shared: &shared
  - name: one
  - name: two
x-again: *shared
x-a/b~c:
  '1': x
`

const json = `{
  "type": "object",
  "properties": {
    "a/b~c": { "enum": ["x",
      "y" ] }
  },
  "examples": [{}, { "id": 1 }]
}
`

async function locateIn(file: string, pointer: string): Promise<string> {
  const catalog = await loadCatalog(memorySource({ 'asyncapi.yaml': yaml, 'schemas/a/b/1.0.0.json': json }))
  const { line, column } = catalog.locate({ file, pointer })
  return `${line}:${column}`
}

describe('locate', () => {
  it.each([
    ['', '1:1'],
    ['/info', '2:1'],
    ['/info/version', '2:18'],
    ['/x-shared/1', '5:5'],
    ['/x-shared/1/name', '5:5'],
    ['/x-again/1/name', '5:5'],
    ['/x-a~1b~0c/1', '8:3'],
    ['/info/contact/name', '2:1'],
    ['/none', '1:1'],
  ])('finds %j in YAML', async (pointer, place) => {
    expect(await locateIn('asyncapi.yaml', pointer)).toBe(place)
  })

  it.each([
    ['', '1:1'],
    ['/type', '2:3'],
    ['/properties/a~1b~0c', '4:5'],
    ['/properties/a~1b~0c/enum/1', '5:7'],
    ['/examples/1', '7:20'],
    ['/examples/1/id', '7:22'],
    ['/examples/1/none', '7:20'],
  ])('finds %j in JSON', async (pointer, place) => {
    expect(await locateIn('schemas/a/b/1.0.0.json', pointer)).toBe(place)
  })

  it('gives the start of a file that it does not know', async () => {
    expect(await locateIn('other.json', '/a')).toBe('1:1')
  })
})
