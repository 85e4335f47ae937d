import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A service that sends version 1.0.0 of `orders/order.created`. */
export const shopDocument = `asyncapi: 3.0.0
info: { title: Shop, version: 1.0.0, description: Sells., contact: { name: Shop } }
channels:
  orders:
    address: orders
    messages:
      orderCreated:
        name: OrderCreated
        payload: { $ref: ../../schemas/orders/order.created/1.0.0.json }
operations:
  createOrder: { action: send, channel: { $ref: '#/channels/orders' } }
`

/** A version of `orders/order.created` that requires certain properties. */
export function orderSchema(version: string, required: readonly string[]): string {
  const examples = [
    { id: 'a', note: 'b' },
    { id: 'c', note: 'd' },
  ]
  const properties = { id: { type: 'string' }, note: { type: 'string' } }
  const $id = `concordat:/orders/order.created/${version}.json`
  return JSON.stringify({ $id, title: 'OrderCreated', type: 'object', properties, required, examples })
}

/** Writes a file of a repository, and the folders that it stands in. */
export function writeFile(root: string, path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

/** Writes contracts with one version of one event. */
export function writeContracts(root: string): void {
  writeFile(root, 'asyncapi/shop/service.yaml', shopDocument)
  writeFile(root, 'schemas/orders/order.created/1.0.0.json', orderSchema('1.0.0', ['id']))
}

/** Runs git in a folder. */
export function git(root: string, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']
  execFileSync('git', [...identity, ...args], { cwd: root })
}

/** Commits everything there is. */
export function commitAll(root: string, message: string): void {
  git(root, 'add', '.')
  git(root, 'commit', '--quiet', '--message', message)
}

/** Commits the first version on the main branch, and on another one a version that breaks those who send. */
export function proposeBreak(root: string): void {
  git(root, 'init', '--quiet', '--initial-branch', 'main')
  commitAll(root, 'First')
  git(root, 'checkout', '--quiet', '-b', 'topic')
  writeFile(root, 'schemas/orders/order.created/1.1.0.json', orderSchema('1.1.0', ['id', 'note']))
  commitAll(root, 'Require a note')
}
