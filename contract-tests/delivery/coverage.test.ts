import { globSync } from 'node:fs'
import { join } from 'node:path'

import { loadCatalog, type Operation, type Service } from '@concordat/toolkit/model'
import { describe, expect, it } from 'vitest'

import { importClient } from './generated-client.ts'
import { repositoryRoot } from './repository-root.ts'
import { readTraffic } from './sent-messages.ts'

const catalog = await loadCatalog({ kind: 'folder', path: repositoryRoot })
const traffic = readTraffic(catalog)
const services = catalog.systems.flatMap((system) => system.services)

describe('the delivery proof', () => {
  it('covers every system on every protocol that its servers speak', () => {
    const spoken = catalog.systems.flatMap(({ name, servers }) =>
      servers.map(({ protocol }) => `${name} ${protocol}`),
    )
    const covered = traffic.map(({ system, protocol }) => `${system.name} ${protocol}`)
    expect(covered).toEqual([...new Set(spoken)].toSorted())
  })

  it('covers every generated client', () => {
    const clients = globSync('*/*/client.ts', { cwd: join(repositoryRoot, 'generated') })
    const covered = services.map(({ system, name }) => join(system, name, 'client.ts'))
    expect(clients.toSorted()).toEqual(covered.toSorted())
  })

  it.each(catalog.systems)('covers every message of $name', ({ name, messages }) => {
    const covered = traffic.filter(({ system }) => system.name === name).flatMap(({ sent }) => sent)
    const names = new Set(covered.map(({ message }) => message.name))
    expect([...names].toSorted()).toEqual(messages.map((message) => message.name).toSorted())
  })

  it.each(services)('covers all that $name of $system sends', async (service) => {
    const covered = traffic.flatMap(({ protocol, sent }) =>
      sent.flatMap((each) => (each.service === service ? `${protocol} ${each.message.name}` : [])),
    )
    expect(covered.toSorted()).toEqual(documented(service, 'send'))
    const { contract } = await importClient(service.system, service.name)
    const generated = Object.values(contract.sends).flatMap(({ name, targets }) =>
      Object.keys(targets).map((protocol) => `${protocol} ${name}`),
    )
    expect(generated.toSorted()).toEqual(documented(service, 'send'))
  })

  it.each(services)('covers all that $name of $system receives', async (service) => {
    const covered = traffic.flatMap(({ system, protocol, sent }) =>
      sent.flatMap(({ message, receivers }) =>
        system.name === service.system && receivers.includes(service.name)
          ? `${protocol} ${message.name}`
          : [],
      ),
    )
    expect([...new Set(covered)].toSorted()).toEqual([...new Set(documented(service, 'receive'))])
    const { contract } = await importClient(service.system, service.name)
    const generated = Object.values(contract.receives).flatMap(({ sources, messages }) =>
      Object.values(messages).flatMap(({ name }) =>
        Object.keys(sources).map((protocol) => `${protocol} ${name}`),
      ),
    )
    expect(generated.toSorted()).toEqual(documented(service, 'receive'))
  })

  it('has an operation for every reply that an operation promises, so that none is left out or counted twice', () => {
    const promised = services.flatMap((service) =>
      service.operations.flatMap(({ name, action, reply }) => {
        const replyAction = action === 'send' ? 'receive' : 'send'
        const isStated = service.operations.some(
          (other) => other.action === replyAction && other.channel === reply?.channel,
        )
        return reply === undefined || isStated ? [] : [`${service.name} ${name}`]
      }),
    )
    expect(promised).toEqual([])
  })
})

/** The messages of a service's operations with their protocols, as its document has them. */
function documented({ operations }: Service, action: Operation['action']): readonly string[] {
  return operations
    .filter((operation) => operation.action === action)
    .flatMap(({ channel, messages }) =>
      messages.flatMap(({ name }) => channel.protocols.map((protocol) => `${protocol} ${name}`)),
    )
    .toSorted()
}
