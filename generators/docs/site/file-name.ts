import { hash } from 'node:crypto'
import { slug } from '@concordat/toolkit/model'

/**
 * A name for a file. One that is too long for some file systems is cut, and then told apart by a hash of it, as is one that
 * Windows keeps for a device.
 */
export function fileName(text: string): string {
  const name = slug(text) || 'unnamed'
  const start = LONGEST.exec(name)?.[0] ?? ''
  return start === name && !DEVICE.test(name) ? name : `${start}-${hash('sha256', text).slice(0, 8)}`
}

/** Whatever ending follows. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/** Letters take up to four bytes each; file systems take 255 bytes. */
const LONGEST = /^.{0,50}/su
