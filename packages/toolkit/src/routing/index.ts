export { matchesHeaders } from './matches-headers.ts'
export { matchesRoutingKey } from './matches-routing-key.ts'
export { reachedQueues } from './reached-queues.ts'
