import type { BrokerArguments } from '../model/catalog.ts'

/**
 * Whether a headers exchange's binding takes a message, by RabbitMQ's rules: `x-match` is `all` (default) or `any`, and
 * the arguments that begin with `x-` count only for `all-with-x` and `any-with-x`. Values are compared with their type.
 */
export function matchesHeaders(bindingArguments: BrokerArguments, headers: BrokerArguments): boolean {
  const match = bindingArguments['x-match'] ?? 'all'
  const withX = match === 'all-with-x' || match === 'any-with-x'
  const wanted = Object.entries(bindingArguments).filter(
    ([name]) => name !== 'x-match' && (withX || !name.startsWith('x-')),
  )
  const present = ([name, value]: (typeof wanted)[number]): boolean =>
    Object.hasOwn(headers, name) && headers[name] === value
  return match === 'any' || match === 'any-with-x' ? wanted.some(present) : wanted.every(present)
}
