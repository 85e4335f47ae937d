import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { isRunning, startTimeOf } from './server-process.ts'
import { startProcess } from './start-process.ts'
import { stopProcess } from './stop-process.ts'

function newLog(): string {
  return join(mkdtempSync(join(tmpdir(), 'concordat-process-')), 'log')
}

/** A program that says when it is ready, and ends on SIGTERM only where it is asked to. */
async function startNode(log: string, onTerminate: string) {
  const source = `process.on('SIGTERM', () => { ${onTerminate} }); console.log('ready'); setInterval(() => {}, 1000)`
  const server = await startProcess({
    program: 'test',
    command: process.execPath,
    arguments: ['--eval', source],
    log,
  })
  await expect.poll(() => readFileSync(log, 'utf8')).toBe('ready\n')
  return server
}

describe('a process that we started', () => {
  it('runs until it is stopped, with its output in its log', async () => {
    const log = newLog()
    const server = await startNode(log, `console.log('bye'); process.exit()`)
    expect(isRunning(server)).toBe(true)
    await stopProcess(server)
    expect(isRunning(server)).toBe(false)
    expect(readFileSync(log, 'utf8')).toBe('ready\nbye\n')
  })

  it('is killed where it ignores its stop signal', async () => {
    const server = await startNode(newLog(), '')
    await stopProcess(server, 100)
    expect(isRunning(server)).toBe(false)
  })

  it('is not taken for a later process with its id, which is left alone', async () => {
    const later = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'])
    await once(later, 'spawn')
    const pid = later.pid ?? 0
    const earlier = { program: 'test', pid, startedAt: 'an earlier boot/1', stopSignal: 'SIGTERM' } as const
    expect(isRunning(earlier)).toBe(false)
    await stopProcess(earlier)
    expect(startTimeOf(pid)).toBeDefined()
    later.kill('SIGKILL')
    await once(later, 'exit')
    expect(startTimeOf(pid)).toBeUndefined()
  })

  it('fails to start with the reason when there is no such program', async () => {
    const command = { program: 'broker', command: '/nowhere/broker', arguments: [], log: newLog() }
    await expect(startProcess(command)).rejects.toThrow('broker did not start: spawn /nowhere/broker ENOENT')
  })
})
