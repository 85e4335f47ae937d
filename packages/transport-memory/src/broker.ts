import type { BindingDeclaration, ExchangeDeclaration } from '@concordat/runtime'

import type { Queue } from './queue.ts'
import type { Topic } from './topic.ts'

interface Exchange {
  readonly declaration: ExchangeDeclaration
  /** Bindings that lead from it. */
  readonly bindings: BindingDeclaration[]
}

/** What stands on one broker. */
export class Broker {
  readonly exchanges: Map<string, Exchange> = new Map()
  readonly queues: Map<string, Queue> = new Map()
  readonly topics: Map<string, Topic> = new Map()
}
