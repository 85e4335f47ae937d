import { describe, expect, it } from 'vitest'
import { hostileReport } from '../testing/hostile-report.ts'
import { sampleChange, sampleFinding } from '../testing/sample-change.ts'
import { quietReport, sampleReport } from '../testing/sample-report.ts'
import { printGithub } from './print-github.ts'

/** Commands as the runner reads them: what stands between `::`, and the message with its escapes undone. */
function commandsIn(text: string): readonly { level: string; properties: string; message: string }[] {
  const commands = text.split('\n').flatMap((line) => /^\s*::(\w+)(?: (.*?))?::(.*)$/.exec(line) ?? [])
  return Array.from({ length: commands.length / 4 }, (_, index) => ({
    level: commands[index * 4 + 1] ?? '',
    properties: commands[index * 4 + 2] ?? '',
    message: (commands[index * 4 + 3] ?? '').replaceAll('%0A', '\n').replaceAll('%25', '%'),
  }))
}

describe('printGithub', () => {
  it('puts an annotation at the line, and what is gone at no line of the proposed tree', () => {
    const commands = commandsIn(printGithub(sampleReport))
    expect(commands[0]?.properties).toBe(
      'title=breaking%3A channel-removed in channel event-bus/orders.audit',
    )
    expect(commands[0]?.message).toContain('asyncapi/event-bus/channels.yaml:210:3 in the base')
    expect(commands[1]?.properties).toMatch(
      /^file=schemas\/orders\/order\.created\/1\.1\.0\.json,line=14,col=7,/,
    )
  })

  it('prints the most serious first: errors, then warnings, then what is accepted', () => {
    const levels = commandsIn(printGithub(sampleReport)).map(({ level }) => level)
    expect(levels).toEqual(['error', 'error', 'error', 'error', 'error', 'warning', 'warning', 'notice'])
  })

  it('never prints more annotations of a level than GitHub shows, and says how many are left', () => {
    const changes = Array.from({ length: 14 }, (_, index) => sampleChange(`a/b${index}`, [sampleFinding()]))
    const text = printGithub({ ...quietReport, verdict: 'breaking', changes })
    const commands = commandsIn(text)
    expect(commands).toHaveLength(10)
    expect(commands.at(-1)?.properties).toBe('title=5 more errors')
    expect(text.match(/^error at /gm)).toHaveLength(5)
  })

  it('prints all annotations where they just fit', () => {
    const changes = Array.from({ length: 10 }, (_, index) => sampleChange(`a/b${index}`, [sampleFinding()]))
    expect(printGithub({ ...quietReport, verdict: 'breaking', changes })).not.toContain('more error')
  })

  it('lets no text of a contract become a command of its own', () => {
    const text = printGithub(hostileReport)
    expect(commandsIn(text).map(({ level }) => level)).toEqual(['error', 'error', 'notice'])
    for (const { properties } of commandsIn(text)) expect(properties).not.toContain('::')
  })
})
