import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { readState, type ServiceState, updateState } from './state-file.ts'

const state: ServiceState = {
  provider: 'native',
  url: '127.0.0.1:20001',
  description: 'Apache Kafka 4.3.1',
  ports: { broker: 20001 },
  password: 'secret',
  processes: [{ program: 'kafka', pid: 4711, startedAt: 'boot/1', stopSignal: 'SIGTERM' }],
  log: 'kafka.log',
}

function newFile(): string {
  return join(mkdtempSync(join(tmpdir(), 'concordat-state-')), 'folder', 'state.json')
}

describe('the state file', () => {
  it('is empty where `up` has never run', () => {
    expect(readState(newFile())).toEqual({})
  })

  it('remembers each service by itself', () => {
    const file = newFile()
    updateState('kafka', state, file)
    updateState('rabbitmq', { ...state, url: 'amqp://127.0.0.1:20002' }, file)
    updateState('kafka', undefined, file)
    expect(readState(file)).toEqual({ rabbitmq: { ...state, url: 'amqp://127.0.0.1:20002' } })
  })

  it('can be read only by its owner, because it holds passwords', () => {
    const file = newFile()
    updateState('kafka', state, file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it.each([
    ['cut off', '{"format": 1, "services": {'],
    ['of another version', '{"format": 0, "services": {}}'],
    ['not an object', 'null'],
  ])('is refused by name when it is %s', (_, text) => {
    const file = join(mkdtempSync(join(tmpdir(), 'concordat-state-')), 'state.json')
    writeFileSync(file, text)
    expect(() => readState(file)).toThrow(`${file} is not a state file of this version`)
  })
})
