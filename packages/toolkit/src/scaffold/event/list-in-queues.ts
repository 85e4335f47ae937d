import { receivingsFromQueue } from '../../lint/flow/consumers.ts'
import { type Receiving } from '../../lint/flow/operations.ts'
import { deadLetterTarget, queueChannels, queuesByName } from '../../lint/flow/queues.ts'
import { text } from '../../model/node.ts'
import { child } from '../../model/node.ts'
import { reachedQueues } from '../../routing/reached-queues.ts'
import { messageKey, messageReference, type NewEvent } from './new-event.ts'

/**
 * Lists the new message in the channels of the queues that it comes to, and in the operations that name what they take:
 * a queue lists exactly what its bindings bring, for its consumer needs a handler for each.
 *
 * @param queues names of existing queues; where their dead letters go is found here
 */
export function listInQueues(event: NewEvent, queues: readonly string[]): void {
  const { system, edits } = event
  const reached = withDeadLetters(event, queues)
  for (const { channel, queue } of queueChannels(system)) {
    const receivings = receivingsFromQueue(system, queue.name)
    if (!reached.has(queue.name) || (channel.messages.length === 0 && receivings.length === 0)) continue
    const { file, pointer } = channel.node
    edits.addMember(
      { file, pointer: `${pointer}/messages` },
      messageKey(event),
      messageReference(event, file),
    )
    for (const receiving of receivings) if (receiving.channel === channel) listInOperation(event, receiving)
  }
}

function withDeadLetters({ system, address }: NewEvent, queues: readonly string[]): ReadonlySet<string> {
  const byName = queuesByName(system)
  const reached = new Set(queues)
  for (const name of reached) {
    const target = deadLetterTarget(byName.get(name))
    if (target === undefined) continue
    for (const next of reachedQueues(system, target.exchange, target.routingKey ?? address)) reached.add(next)
  }
  return reached
}

/** Only where the operation has a list of its own; without one it takes all of the channel's messages. */
function listInOperation(event: NewEvent, { operation: { node, action } }: Receiving): void {
  const channel = text(child(node, 'channel'), '$ref')
  if (action !== 'receive' || channel === undefined || child(node, 'messages') === undefined) return
  const at = { file: node.file, pointer: `${node.pointer}/messages` }
  event.edits.addItem(at, { $ref: `${channel}/messages/${messageKey(event)}` })
}
