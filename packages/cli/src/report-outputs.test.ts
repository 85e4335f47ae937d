import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UsageError } from './command.ts'
import { reportFormats } from './report-formats.ts'
import { parseOutputs } from './report-outputs.ts'

function formatOf(value: string): string | undefined {
  return parseOutputs([value])[0]?.format.name
}

describe('parseOutputs', () => {
  it.each([
    ['report.md', 'markdown'],
    ['out/results.sarif', 'sarif'],
    ['results.sarif.json', 'sarif'],
    ['report.JSON', 'json'],
    ['junit.xml', 'junit'],
    ['check.txt', 'text'],
    ['gitlab=gl-code-quality-report.json', 'gitlab'],
    ['text=report.md', 'text'],
  ])('reads %s as %s', (value, name) => {
    expect(formatOf(value)).toBe(name)
  })

  it('takes every format by its name', () => {
    for (const { name } of reportFormats) expect(formatOf(`${name}=a=b`)).toBe(name)
  })

  it('writes where it is told, relative to the current folder', () => {
    expect(parseOutputs(['a/b.md', 'json=/c=d'])).toMatchObject([
      { file: resolve('a/b.md') },
      { file: '/c=d' },
    ])
  })

  it.each([
    [['report'], 'The name "report" does not tell the format; write --output FORMAT=FILE with one of text,'],
    [['pdf=report.pdf'], '--output knows no format "pdf", only text, json,'],
    [[''], '--output needs the name of a file.'],
    [['a.md', 'text=./a.md'], `--output names ${resolve('a.md')} twice.`],
  ])('refuses %j', (values, message) => {
    expect(() => parseOutputs(values)).toThrow(UsageError)
    expect(() => parseOutputs(values)).toThrow(message)
  })
})
