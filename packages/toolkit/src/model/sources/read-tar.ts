import { ArchiveFault, entryPath, type ArchiveFiles } from './archive-files.ts'

const BLOCK = 512

/** Entries that hold no contents of their own: hard and symbolic links. */
const LINKS: ReadonlySet<string> = new Set(['1', '2'])

/** Reads a tar archive: ustar (POSIX.1-1988), pax headers (POSIX.1-2001) and the long names of GNU tar. */
export function readTar(archive: Buffer): ArchiveFiles {
  const files: ArchiveFiles = new Map()
  let override: EntryOverride = {}
  for (let offset = 0; offset + BLOCK <= archive.length;) {
    const header = archive.subarray(offset, offset + BLOCK)
    if (header.every((byte) => byte === 0)) break
    checkSum(header)
    const type = field(header, 156, 1)
    const size = override.size ?? octal(header, 124, 12)
    if (Number.isNaN(size)) throw new ArchiveFault('holds a file that is too large or has a damaged header')
    const contents = archive.subarray(offset + BLOCK, offset + BLOCK + size)
    if (contents.length < size) throw new ArchiveFault('ends in the middle of a file')
    offset += BLOCK + Math.ceil(size / BLOCK) * BLOCK
    if (type === 'x') override = { ...override, ...paxOverride(contents) }
    else if (type === 'L') override = { ...override, path: contents.toString().replace(/\0.*$/s, '') }
    else if (type !== 'g' && type !== 'K') {
      addEntry(files, type, override.path ?? ustarPath(header), contents)
      override = {}
    }
  }
  if (files.size === 0) throw new ArchiveFault('is not a tar archive, or an empty one')
  return files
}

/** What an extended header says about the entry after it. */
interface EntryOverride {
  readonly path?: string
  readonly size?: number
}

function addEntry(files: ArchiveFiles, type: string, name: string, contents: Uint8Array): void {
  const path = entryPath(name)
  if (LINKS.has(type)) files.set(path, undefined)
  else if (type === '0' || type === '') files.set(path, contents)
}

/** Records of a pax header: `<length> <key>=<value>\n`, the length in bytes. */
function paxOverride(contents: Buffer): EntryOverride {
  let override: EntryOverride = {}
  for (let offset = 0; offset < contents.length;) {
    const space = contents.indexOf(32, offset)
    const length = Number(contents.toString('latin1', offset, space))
    if (space < 0 || !Number.isInteger(length) || length <= 0)
      throw new ArchiveFault('has a damaged pax header')
    const record = contents.toString('utf8', space + 1, offset + length - 1)
    if (record.startsWith('path=')) override = { ...override, path: record.slice(5) }
    if (record.startsWith('size=')) override = { ...override, size: byteCount(record.slice(5)) }
    offset += length
  }
  return override
}

function byteCount(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new ArchiveFault('has a damaged size in a header')
  return Number(text)
}

function ustarPath(header: Buffer): string {
  const prefix =
    field(header, 257, 5) === 'ustar' && field(header, 263, 2) === '00' ? field(header, 345, 155) : ''
  const name = field(header, 0, 100)
  return prefix === '' ? name : `${prefix}/${name}`
}

function field(header: Buffer, start: number, length: number): string {
  const text = header.toString('utf8', start, start + length)
  const end = text.indexOf('\0')
  return end < 0 ? text : text.slice(0, end)
}

/** A number of a header; NaN where it is damaged or too large for the octal form. */
function octal(header: Buffer, start: number, length: number): number {
  const text = field(header, start, length).trim()
  return /^[0-7]*$/.test(text) ? Number(`0o0${text}`) : Number.NaN
}

function checkSum(header: Buffer): void {
  let sum = 8 * 32
  for (const [index, byte] of header.entries()) if (index < 148 || index >= 156) sum += byte
  if (sum !== octal(header, 148, 8)) throw new ArchiveFault('is not a tar archive, or a damaged one')
}
