/** Brokers that a new system can be laid down for. */
export const protocols = ['amqp', 'kafka'] as const

export type Protocol = (typeof protocols)[number]
