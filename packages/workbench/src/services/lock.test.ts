import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, it } from 'vitest'

import { withLock } from './lock.ts'

const module = fileURLToPath(new URL('lock.ts', import.meta.url))

function newFile(): string {
  return join(mkdtempSync(join(tmpdir(), 'concordat-lock-')), 'folder', 'lock')
}

describe('withLock', () => {
  it('lets one do its work at a time', async () => {
    const file = newFile()
    const events: string[] = []
    let finishFirst = () => {}
    const first = withLock(
      file,
      () => events.push('first waits'),
      async () => {
        events.push('first starts')
        await new Promise<void>((resolve) => {
          finishFirst = resolve
        })
        events.push('first ends')
      },
    )
    const second = withLock(
      file,
      () => {
        events.push('second waits')
        finishFirst()
      },
      async () => events.push('second starts'),
    )
    await Promise.all([first, second])
    expect(events).toEqual(['first starts', 'second waits', 'first ends', 'second starts'])
  })

  it('is free again after work that failed', async () => {
    const file = newFile()
    const failing = withLock(
      file,
      () => {},
      () => Promise.reject(new Error('broken')),
    )
    await expect(failing).rejects.toThrow('broken')
    await expect(withLock(file, expect.unreachable, async () => 'done')).resolves.toBe('done')
  })

  it('is free again when its holder was killed', async () => {
    const file = newFile()
    const program = `
      import { withLock } from ${JSON.stringify(module)}
      await withLock(${JSON.stringify(file)}, () => {}, () => new Promise((resolve) => {
        console.log('held')
        setTimeout(resolve, 600_000)
      }))`
    const holder = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(holder.stdout, 'data')
    const kill = () => holder.kill('SIGKILL')
    await expect(withLock(file, kill, async () => 'done')).resolves.toBe('done')
    expect(holder.killed).toBe(true)
  })
})
