import { randomBytes } from 'node:crypto'

/** A password for a server of our own; it needs no escaping in a URL or a configuration file. */
export function newPassword(): string {
  return randomBytes(12).toString('hex')
}
