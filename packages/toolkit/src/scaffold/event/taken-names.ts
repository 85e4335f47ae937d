import { quote } from '../../lint/quote.ts'
import type { Catalog, System } from '../../model/catalog.ts'
import { refusal } from '../refusal.ts'

/**
 * Refuses names of a new event that exist already, also where only case or punctuation differs: on some disks and in
 * generated code they would be one.
 *
 * @throws ContractError `already-exists`
 */
export function refuseTakenNames(
  catalog: Catalog,
  system: System,
  event: { readonly subject: string; readonly name: string; readonly address: string },
): void {
  const subject = catalog.subjects.find(({ name }) => isAlike(name, event.subject))
  if (subject !== undefined)
    throw refusal(
      'already-exists',
      `There is a subject ${quote(subject.name)} already; its newest version is ${subject.versions.at(-1)?.version}.`,
      `Add a version with: concordat new version ${subject.name}`,
    )
  const message = system.messages.find(({ name }) => isAlike(name, event.name))
  if (message !== undefined)
    throw refusal(
      'already-exists',
      `There is a message ${quote(message.name)} in the system ${quote(system.name)} already.`,
      'Name the new one with --message NAME.',
    )
  const channel = system.channels.find(
    ({ name, address, amqp }) =>
      name === event.address || (amqp?.is !== 'queue' && address === event.address),
  )
  if (channel !== undefined)
    throw refusal(
      'already-exists',
      `There is a channel ${quote(channel.name)} in the system ${quote(system.name)} already.`,
      'Choose another routing key or topic with --address ADDRESS.',
      catalog.locate(channel.node),
    )
}

function isAlike(left: string, right: string): boolean {
  return alphanumeric(left) === alphanumeric(right)
}

function alphanumeric(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}/]+/gu, '')
}
