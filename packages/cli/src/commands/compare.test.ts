import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCli } from '../testing/run-cli.ts'

function questions(...lines: readonly string[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'concordat-compare-')), 'pairs.jsonl')
  writeFileSync(file, lines.join('\n'))
  return file
}

describe('concordat compare', () => {
  it('answers both directions of each line', async () => {
    const file = questions('{"suite":"s","id":"1","old":{"const":5},"new":{"type":"integer"}}', '')
    const { code, stdout } = await runCli('compare', '--policy', 'exact', '--jsonl', file)
    expect(code).toBe(0)
    const answer = JSON.parse(stdout) as Record<string, unknown>
    expect(answer).toMatchObject({ suite: 's', id: '1', backward: true, forward: false })
    expect(answer['forwardWitness']).not.toBe(5)
  })

  it('asks what generated code would do under the policy of the gate', async () => {
    const open = '{"type":"object","properties":{"id":{}}}'
    const closed = '{"type":"object","properties":{"id":{}},"additionalProperties":false}'
    const file = questions(`{"id":"1","old":${open},"new":${closed}}`)
    const exact = await runCli('compare', '--policy', 'exact', '--jsonl', file)
    const contract = await runCli('compare', '--policy', 'contract', '--jsonl', file)
    expect(JSON.parse(exact.stdout)).toMatchObject({ backward: false, forward: true })
    expect(JSON.parse(contract.stdout)).toMatchObject({ backward: true, forward: true })
  })

  it('does not answer for a number that it cannot read', async () => {
    const file = questions('{"id":"1","old":{"const":9007199254740993},"new":{"const":9007199254740992}}')
    const { stdout } = await runCli('compare', '--policy', 'exact', '--jsonl', file)
    expect(JSON.parse(stdout)).toMatchObject({ backward: null, forward: null })
    expect(stdout).toContain('9007199254740993')
  })

  it('refuses a policy that does not exist', async () => {
    const { code, stderr } = await runCli('compare', '--policy', 'lax', '--jsonl', questions())
    expect(code).toBe(2)
    expect(stderr).toContain('compare needs --policy exact or contract.')
  })

  it('names the line that is no question', async () => {
    const file = questions('{"old":true,"new":true}', '{"old":true}')
    const { code, stderr } = await runCli('compare', '--policy', 'exact', '--jsonl', file)
    expect(code).toBe(2)
    expect(stderr).toContain('Line 2 must be an object')
  })
})
