import type { Service, System } from '@concordat/toolkit/model'
import { receiveQueue } from '@concordat/toolkit/routing'

const known = new WeakMap<System, ReadonlyMap<string, readonly Service[]>>()

/** The applications that read each queue of a system, whatever comes to it. */
export function queueReaders(system: System): ReadonlyMap<string, readonly Service[]> {
  const readers = known.get(system) ?? findReaders(system)
  known.set(system, readers)
  return readers
}

function findReaders({ services }: System): ReadonlyMap<string, readonly Service[]> {
  const readers = new Map<string, Set<Service>>()
  for (const service of services)
    for (const operation of service.operations) {
      const name = operation.action === 'receive' ? receiveQueue(operation)?.queue.name : undefined
      if (name !== undefined) readers.set(name, (readers.get(name) ?? new Set()).add(service))
    }
  return new Map([...readers].map(([name, found]) => [name, [...found]]))
}
