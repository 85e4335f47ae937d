import { parseArgs } from 'node:util'

import { type ServiceName, serviceNames } from './service-name.ts'

const actions = ['up', 'down', 'status'] as const

type Action = (typeof actions)[number]

export interface ServicesCall {
  readonly action: Action
  readonly names: readonly ServiceName[]
  readonly format: 'text' | 'json'
}

/** The call, or `help`, or what is wrong with the arguments. */
export type ParsedCall = ServicesCall | 'help' | { readonly mistake: string }

/** Reads the arguments of `npm run services -- …`. */
export function parseServicesArguments(commandLine: readonly string[]): ParsedCall {
  const parsed = split(commandLine)
  if (parsed instanceof Error) return { mistake: parsed.message }
  const { values, positionals } = parsed
  if (values.help === true) return 'help'
  const [action, ...names] = positionals
  if (!isOneOf(actions, action)) return { mistake: `Say what to do: ${actions.join(', ')}${got(action)}.` }
  const unknown = names.find((name) => !isOneOf(serviceNames, name))
  if (unknown !== undefined) return { mistake: `The services are ${serviceNames.join(', ')}${got(unknown)}.` }
  const format = values.format ?? 'text'
  if (!isOneOf(['text', 'json'] as const, format))
    return { mistake: `--format is text or json${got(format)}.` }
  const chosen = serviceNames.filter((name) => names.length === 0 || names.includes(name))
  return { action, names: chosen, format }
}

function split(commandLine: readonly string[]) {
  const options = { help: { type: 'boolean', short: 'h' }, format: { type: 'string' } } as const
  try {
    return parseArgs({ args: [...commandLine], options, allowPositionals: true })
  } catch (error) {
    return error as Error
  }
}

function isOneOf<T extends string>(list: readonly T[], value: string | undefined): value is T {
  return list.some((one) => one === value)
}

function got(value: string | undefined): string {
  return value === undefined ? '' : `, not ${JSON.stringify(value)}`
}
