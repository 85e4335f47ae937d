import { connect } from 'amqplib'

/** Logs in and opens a channel, which RabbitMQ allows only once it has booted. Resolves to its version. */
export async function askRabbitmq(url: string): Promise<string | undefined> {
  const model = await connect(url, { timeout: 5_000 })
  try {
    const channel = await model.createChannel()
    await channel.close()
    return model.connection.serverProperties.version
  } finally {
    await model.close()
  }
}
