import { loadCatalog } from '@concordat/toolkit/model'
import { requireService } from '@concordat/workbench/require-service'

import { type Broker, proveDelivery } from './prove-delivery.ts'
import { repositoryRoot } from './repository-root.ts'
import { type Protocol, readTraffic } from './sent-messages.ts'

const brokers: Readonly<Record<Protocol, Broker>> = {
  amqp: { name: 'RabbitMQ', url: () => requireService('rabbitmq') },
  // The contracts want three replicas; here one broker must do.
  kafka: { name: 'Kafka', url: () => `kafka://${requireService('kafka')}?replicas=1` },
}

const catalog = await loadCatalog({ kind: 'folder', path: repositoryRoot })

for (const traffic of readTraffic(catalog)) proveDelivery(traffic, brokers[traffic.protocol])
