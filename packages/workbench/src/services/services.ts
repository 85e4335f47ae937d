import { kafka } from './kafka.ts'
import { postgresql } from './postgresql.ts'
import { rabbitmq } from './rabbitmq.ts'
import type { Service } from './service.ts'
import type { ServiceName } from './service-name.ts'

export const services: Readonly<Record<ServiceName, Service>> = { rabbitmq, kafka, postgresql }
