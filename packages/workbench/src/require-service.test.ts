import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { requireService } from './require-service.ts'
import { startTimeOf } from './services/server-process.ts'
import { updateState } from './services/state-file.ts'

const started = {
  provider: 'native',
  url: '127.0.0.1:20001',
  description: 'Apache Kafka',
  ports: {},
  password: '',
  processes: [
    { program: 'kafka', pid: process.pid, startedAt: startTimeOf(process.pid) ?? '', stopSignal: 'SIGTERM' },
  ],
  log: '',
} as const

describe('requireService', () => {
  beforeEach(() => {
    vi.stubEnv('KAFKA_BROKERS', undefined)
    vi.stubEnv('XDG_STATE_HOME', mkdtempSync(join(tmpdir(), 'concordat-require-')))
  })
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('prefers the server that the environment names', () => {
    updateState('kafka', started)
    vi.stubEnv('KAFKA_BROKERS', 'kafka.example:9092')
    expect(requireService('kafka')).toBe('kafka.example:9092')
  })

  it('finds the server that `services up` started', () => {
    updateState('kafka', started)
    expect(requireService('kafka')).toBe('127.0.0.1:20001')
  })

  it('fails with what to install where no server runs', () => {
    updateState('kafka', {
      ...started,
      processes: [{ ...started.processes[0], startedAt: 'an earlier boot/1' }],
    })
    expect(() => requireService('kafka')).toThrow(
      /KAFKA_BROKERS is not set[^]*npm run services -- up[^]*Java 17 and Maven/,
    )
  })
})
