import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { systemUser } from './system-user.ts'

it('finds a user of a system in a folder by the whole name', () => {
  const root = mkdtempSync(join(tmpdir(), 'concordat-root-'))
  mkdirSync(join(root, 'etc'))
  writeFileSync(
    join(root, 'etc/passwd'),
    'root:x:0:0::/root:/bin/sh\nrabbitmq:x:104:106::/var/lib:/bin/false\n',
  )
  expect(systemUser('rabbitmq', root)).toEqual({ uid: 104, gid: 106 })
  expect(systemUser('rabbit', root)).toBeUndefined()
})
