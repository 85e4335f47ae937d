import type { Channel, ChannelModel } from 'amqplib'

/**
 * Closes a channel or a connection, or finds it closed. amqplib's own promise never settles when the connection is lost
 * meanwhile.
 */
export async function closeQuietly(closable: Channel | ChannelModel): Promise<void> {
  const closed = new Promise((resolve) => closable.once('close', resolve))
  await Promise.race([closed, closable.close()]).catch(() => undefined)
}
