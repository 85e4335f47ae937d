/** The servers that integration tests need, in the order they are listed. */
export const serviceNames = ['rabbitmq', 'kafka', 'postgresql'] as const

export type ServiceName = (typeof serviceNames)[number]

/** The environment variable that names a server of the user's own; tests read their server from it too. */
export const serviceVariables: Readonly<Record<ServiceName, string>> = {
  rabbitmq: 'RABBITMQ_URL',
  kafka: 'KAFKA_BROKERS',
  postgresql: 'DATABASE_URL',
}

export const serviceTitles: Readonly<Record<ServiceName, string>> = {
  rabbitmq: 'RabbitMQ',
  kafka: 'Apache Kafka',
  postgresql: 'PostgreSQL',
}

/** What to install where none of the automatic ways works. */
export const serviceRemedies: Readonly<Record<ServiceName, string>> = {
  rabbitmq:
    "Start a Docker engine, or install RabbitMQ 4 (Debian's package rabbitmq-server), or set RABBITMQ_URL.",
  kafka: 'Start a Docker engine, or install Java 17 and Maven, or set KAFKA_BROKERS (host:port,host:port).',
  postgresql:
    "Start a Docker engine, or install PostgreSQL (Debian's package postgresql), or set DATABASE_URL.",
}
