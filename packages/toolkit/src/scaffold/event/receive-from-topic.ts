import type { ContractDocument } from '../../model/catalog.ts'
import { defineChannel, referToChannel } from './channels.ts'
import type { Position } from '../edit/document-edits.ts'
import { definedChannels, nameOf } from '../find-document.ts'
import type { NewEvent } from './new-event.ts'
import { addReceiveOperation } from './receive-operation.ts'
import { deadLetterSuffix, receiveOperations, topicBinding } from './topics.ts'

/** Lets applications receive the event from its topic, and defines the topic that takes what they give up. */
export function receiveFromTopic(
  event: NewEvent,
  topic: Position,
  receivers: readonly ContractDocument[],
): void {
  const deadLetters = receivers.length > 0 && usesDeadLetters(event) ? defineDeadLetters(event) : undefined
  for (const receiver of receivers) {
    addReceiveOperation(event, receiver, {
      names: [`receive${event.name}`],
      channel: referToChannel(event, receiver, topic),
      groupId: `${nameOf(receiver)}.${event.address}`,
      ...(deadLetters === undefined ? {} : { deadLetterTopic: deadLetters.name }),
    })
    if (deadLetters !== undefined) referToChannel(event, receiver, deadLetters.position)
  }
}

/** A system whose applications have no dead letters keeps its way. */
function usesDeadLetters({ system }: NewEvent): boolean {
  const operations = receiveOperations(system)
  return operations.length === 0 || operations.some(({ delivery }) => delivery.deadLetterTopic !== undefined)
}

function defineDeadLetters(event: NewEvent): { readonly name: string; readonly position: Position } {
  const suffix = deadLetterSuffix(event.system)
  const name = `${event.address}${suffix}`
  const kafka = topicBinding(event, name, 'dead-letter')
  const siblings = definedChannels(event.system).filter(
    ({ document, key }) => document === event.home && key.endsWith(suffix),
  )
  const position = defineChannel(event, {
    key: name,
    summary: `Messages of ${event.address} that a consumer gave up.`,
    bindings: kafka === undefined ? undefined : { kafka },
    listsMessages: true,
    after: siblings.map(({ key }) => key).toReversed(),
  })
  return { name, position }
}
