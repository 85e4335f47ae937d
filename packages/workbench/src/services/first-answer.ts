import { once } from 'node:events'
import { connect } from 'node:net'

/** Sends a request over TCP and resolves to the first bytes that come back. Rejects after five seconds. */
export async function firstAnswer(address: { host: string; port: number }, request: Buffer): Promise<Buffer> {
  const socket = connect(address)
  const signal = AbortSignal.timeout(5_000)
  try {
    await once(socket, 'connect', { signal })
    socket.write(request)
    const [answer] = (await Promise.race([
      once(socket, 'data', { signal }),
      once(socket, 'close', { signal }).then(() => [Buffer.alloc(0)]),
    ])) as [Buffer]
    return answer
  } finally {
    socket.destroy()
  }
}
