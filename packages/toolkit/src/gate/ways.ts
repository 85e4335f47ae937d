import { quote } from '../lint/quote.ts'
import type { Way } from './change.ts'

/** How a queue gets other properties: there is no way to change those of one that exists. */
export function replaceQueue(name: string): Way {
  return {
    text: `Declare a queue with a new name beside ${quote(name)}, bind it, let the consumers take both until the old one is unbound and empty, and delete it.`,
  }
}

/** How an exchange gets other properties. */
export function replaceExchange(name: string): Way {
  return {
    text: `Declare an exchange with a new name beside ${quote(name)}, bind the queues to both, move the publishers, and delete the old one.`,
  }
}

/** Sets what an argument would set, by its name without `x-`, on a queue or an exchange that exists. */
export function setByPolicy(
  kind: 'queues' | 'exchanges',
  name: string,
  setting: Readonly<Record<string, unknown>>,
): Way {
  const pattern = `^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}$`
  const words = ['--apply-to', kind, name, pattern, JSON.stringify(setting)].map(shellWord)
  return {
    text: 'Set it by a policy instead, which takes effect on what exists.',
    command: `rabbitmqctl set_policy ${words.join(' ')}`,
  }
}

/** One word of a command line, whatever is in it. */
export function shellWord(text: string): string {
  return /^[\w./:@=+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}
