import type { Channel } from '@concordat/toolkit/model'

/** Whether Concordat's runtime can work on a channel; one whose contract names no broker may stand on any. */
export function hasTransport({ protocols, servers }: Pick<Channel, 'protocols' | 'servers'>): boolean {
  return protocols.length > 0 || servers.length === 0
}
