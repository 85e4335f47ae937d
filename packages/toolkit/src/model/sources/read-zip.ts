import { inflateRawSync } from 'node:zlib'
import { ArchiveFault, entryPath, MAX_ARCHIVE_BYTES, type ArchiveFiles } from './archive-files.ts'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50

/** File type bits of a Unix mode, and their value for a symbolic link. */
const FILE_TYPE = 0o170000
const SYMBOLIC_LINK = 0o120000

/** Reads a zip archive (APPNOTE 6.3) of stored and deflated entries; encryption and ZIP64 are refused. */
export function readZip(archive: Buffer): ArchiveFiles {
  const files: ArchiveFiles = new Map()
  const end = findEnd(archive)
  const count = archive.readUInt16LE(end + 10)
  let offset = archive.readUInt32LE(end + 16)
  if (offset === 0xffffffff || count === 0xffff)
    throw new ArchiveFault('is a ZIP64 archive, which is not supported')
  let room = MAX_ARCHIVE_BYTES
  for (let index = 0; index < count; index++) {
    const entry = readEntry(archive, offset)
    offset = entry.next
    if (entry.name.endsWith('/')) continue
    const contents = entry.isLink ? undefined : unpack(archive, entry, room)
    room -= contents?.length ?? 0
    files.set(entryPath(entry.name), contents)
  }
  return files
}

interface ZipEntry {
  readonly name: string
  readonly isLink: boolean
  readonly method: number
  readonly packedSize: number
  readonly localOffset: number
  /** Where the next directory entry starts. */
  readonly next: number
}

/** The end of central directory record: the last 22 bytes and a comment of at most 65,535. */
function findEnd(archive: Buffer): number {
  for (let offset = archive.length - 22; offset >= Math.max(0, archive.length - 22 - 0xffff); offset--) {
    if (archive.readUInt32LE(offset) === END_OF_DIRECTORY) return offset
  }
  throw new ArchiveFault('is not a zip archive, or a damaged one')
}

function readEntry(archive: Buffer, offset: number): ZipEntry {
  if (offset + 46 > archive.length || archive.readUInt32LE(offset) !== DIRECTORY_ENTRY) throw damaged()
  const isEncrypted = (archive.readUInt16LE(offset + 8) & 1) === 1
  const nameEnd = offset + 46 + archive.readUInt16LE(offset + 28)
  const name = archive.toString('utf8', offset + 46, nameEnd)
  if (isEncrypted) throw new ArchiveFault(`holds ${JSON.stringify(name)} encrypted`)
  return {
    name,
    isLink: ((archive.readUInt32LE(offset + 38) >>> 16) & FILE_TYPE) === SYMBOLIC_LINK,
    method: archive.readUInt16LE(offset + 10),
    packedSize: archive.readUInt32LE(offset + 20),
    localOffset: archive.readUInt32LE(offset + 42),
    next: nameEnd + archive.readUInt16LE(offset + 30) + archive.readUInt16LE(offset + 32),
  }
}

function unpack(archive: Buffer, entry: ZipEntry, room: number): Uint8Array {
  const { localOffset, packedSize } = entry
  if (localOffset + 30 > archive.length || archive.readUInt32LE(localOffset) !== LOCAL_ENTRY) throw damaged()
  const start =
    localOffset + 30 + archive.readUInt16LE(localOffset + 26) + archive.readUInt16LE(localOffset + 28)
  const packed = archive.subarray(start, start + packedSize)
  if (packed.length < packedSize) throw damaged()
  if (entry.method === 0) return packed
  if (entry.method !== 8)
    throw new ArchiveFault(`holds ${JSON.stringify(entry.name)} packed in a way that is not supported`)
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) })
}

function damaged(): ArchiveFault {
  return new ArchiveFault('is a damaged zip archive')
}
