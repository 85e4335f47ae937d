import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { repositoryRoot } from '../repository-root.ts'

/** A copy of this repository's contracts that asks for less and binds a queue to more, to show changes against. */
export function changedContracts(): string {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-base-'))
  for (const name of ['asyncapi', 'schemas', 'concordat.config.json'])
    cpSync(join(repositoryRoot, name), join(folder, name), { recursive: true })
  edit(join(folder, 'schemas/orders/order.cancelled/1.1.0.json'), /"required": \[[^\]]*\]/, '"required": []')
  edit(join(folder, 'asyncapi/event-bus/channels.yaml'), 'address: order.refunded', 'address: order.repaid')
  return folder
}

function edit(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(file, 'utf8')
  const after = before.replace(from, to)
  if (after === before) throw new Error(`${file} has nothing like ${from}`)
  writeFileSync(file, after)
}
