import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { ContractError } from '../contract-error.ts'
import { archiveSource } from './archive-source.ts'
import { readTar } from './read-tar.ts'
import { readZip } from './read-zip.ts'

const temporary = mkdtempSync(join(tmpdir(), 'concordat-archive-'))
afterAll(() => rmSync(temporary, { recursive: true }))

interface Entry {
  readonly name: string
  readonly type?: string
  readonly contents?: string
}

function tar(...entries: Entry[]): Buffer {
  return Buffer.concat([...entries.flatMap(tarEntry), Buffer.alloc(1024)])
}

function tarEntry({ name, type = '0', contents = '' }: Entry): Buffer[] {
  const header = Buffer.alloc(512)
  const bytes = Buffer.from(contents)
  header.write(name, 0)
  header.write(bytes.length.toString(8).padStart(11, '0'), 124)
  header.write('        ', 148)
  header.write(type, 156)
  header.write('ustar\x0000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]
}

/** A zip of one entry; `size` is what the directory claims. */
function zip(name: string, contents: Buffer, method = 8, flags = 0): Buffer {
  const packed = method === 8 ? deflateRawSync(contents) : contents
  const local = Buffer.alloc(30 + name.length)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(name.length, 26)
  local.write(name, 30)
  const directory = Buffer.alloc(46 + name.length)
  directory.writeUInt32LE(0x02014b50, 0)
  directory.writeUInt16LE(flags, 8)
  directory.writeUInt16LE(method, 10)
  directory.writeUInt32LE(packed.length, 20)
  directory.writeUInt16LE(name.length, 28)
  directory.write(name, 46)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(local.length + packed.length, 16)
  return Buffer.concat([local, packed, directory, end])
}

function failureOf(name: string, bytes: Buffer): string {
  const path = join(temporary, name)
  writeFileSync(path, bytes)
  try {
    archiveSource(path)
  } catch (error) {
    if (error instanceof ContractError) return `${error.code} ${error.message.replace(`${temporary}/`, '')}`
    throw error
  }
  return 'no failure'
}

describe('readTar', () => {
  it('reads the long names of pax and of GNU tar', () => {
    const long = `${'a/'.repeat(100)}b.json`
    const record = `path=${long}\n`
    const pax = { name: 'pax', type: 'x', contents: `${record.length + 4} ${record}` }
    expect([...readTar(tar(pax, { name: 'short', contents: '1' })).keys()]).toEqual([long])
    const gnu = { name: '././@LongLink', type: 'L', contents: `${long}\0` }
    expect([...readTar(tar(gnu, { name: 'short', contents: '1' }, { name: 'c' })).keys()]).toEqual([
      long,
      'c',
    ])
  })

  it('skips folders, devices and the header that git writes', () => {
    const comment = { name: 'pax_global_header', type: 'g', contents: '13 comment=a\n' }
    const entries = [
      comment,
      { name: 'd/', type: '5' },
      { name: 'pipe', type: '6' },
      { name: './d/f', contents: 'x' },
    ]
    expect([...readTar(tar(...entries))].map(([path, bytes]) => [path, String(bytes)])).toEqual([
      ['d/f', 'x'],
    ])
  })
})

describe('readZip', () => {
  it('reads stored and deflated entries', () => {
    expect(
      readZip(zip('a.json', Buffer.from('{}'), 0))
        .get('a.json')
        ?.toString(),
    ).toBe('{}')
    expect(
      readZip(zip('a.json', Buffer.from('{}')))
        .get('a.json')
        ?.toString(),
    ).toBe('{}')
  })
})

describe('archiveSource', () => {
  it.each(['../a.json', 'a/../../b.json', '/etc/passwd', 'C:/a.json', '..\\a.json'])(
    'refuses the path %j',
    (name) => {
      const message = `holds the path ${JSON.stringify(name)}, which leaves the archive.`
      expect(failureOf('a.tar', tar({ name, contents: '{}' }))).toBe(`bad-archive a.tar ${message}`)
      expect(failureOf('a.zip', zip(name, Buffer.from('{}')))).toBe(`bad-archive a.zip ${message}`)
    },
  )

  it('does not follow links', async () => {
    const path = join(temporary, 'links.tar')
    writeFileSync(
      path,
      tar({ name: 'a.json', contents: '{}' }, { name: 'hard', type: '1' }, { name: 'soft', type: '2' }),
    )
    const source = archiveSource(path)
    expect(await source.read('a.json')).toEqual(Buffer.from('{}'))
    expect(await source.read('hard')).toMatchObject({ failure: 'unreadable' })
    expect(await source.read('soft')).toMatchObject({ failure: 'unreadable' })
  })

  it('refuses what unpacks to too much', () => {
    const bomb = Buffer.alloc(300 * 1024 * 1024)
    expect(failureOf('bomb.tgz', gzipSync(bomb, { level: 1 }))).toBe(
      'bad-archive bomb.tgz unpacks to more than 256 MB.',
    )
    expect(failureOf('bomb.zip', zip('a', bomb))).toBe('bad-archive bomb.zip unpacks to more than 256 MB.')
  })

  it('refuses a huge file before reading it', () => {
    const path = join(temporary, 'huge.tar')
    writeFileSync(path, '')
    truncateSync(path, 300 * 1024 * 1024)
    expect(() => archiveSource(path)).toThrow(`The archive ${path} has more than 256 MB.`)
  })

  it.each([
    ['text.tar', Buffer.from('a'.repeat(2000)), 'is not a tar archive, or a damaged one'],
    ['empty.tar', Buffer.alloc(1024), 'is not a tar archive, or an empty one'],
    [
      'cut.tar',
      tar({ name: 'a', contents: 'x'.repeat(600) }).subarray(0, 1000),
      'ends in the middle of a file',
    ],
    ['pax.tar', tar({ name: 'x', type: 'x', contents: 'oops' }), 'has a damaged pax header'],
    ['text.zip', Buffer.from('a'.repeat(2000)), 'is not a zip archive, or a damaged one'],
    ['cut.zip', zip('a', Buffer.from('abc')).subarray(10), 'is a damaged zip archive'],
    ['secret.zip', zip('a', Buffer.from('abc'), 8, 1), 'holds "a" encrypted'],
    ['odd.zip', zip('a', Buffer.from('abc'), 99), 'holds "a" packed in a way that is not supported'],
  ])('refuses %s', (name, bytes, message) => {
    expect(failureOf(name, bytes)).toBe(`bad-archive ${name} ${message}.`)
  })

  it('refuses a gzip file that is damaged', () => {
    expect(failureOf('bad.tgz', Buffer.from('hello'))).toBe(
      'bad-archive bad.tgz is damaged: incorrect header check.',
    )
  })

  it('must exist', () => {
    const path = join(temporary, 'none.tar')
    expect(() => archiveSource(path)).toThrow(`The archive ${path} does not exist or cannot be read.`)
  })
})
