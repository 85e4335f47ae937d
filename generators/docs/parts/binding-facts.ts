import type { Json, JsonObject } from '@concordat/toolkit/model'
import { h } from 'preact'
import type { Fact } from './facts.ts'

/**
 * Bindings as the contract writes them, a line for each setting of each protocol: `mqtt qos`.
 *
 * @param told protocols of which the page says the same in its own words
 */
export function bindingFacts(bindings: JsonObject, told: readonly string[] = []): readonly Fact[] {
  return Object.entries(bindings).flatMap(([protocol, settings]) =>
    told.includes(protocol) || protocol.startsWith('x-') ? [] : settingFacts(protocol, settings),
  )
}

function settingFacts(protocol: string, settings: Json): readonly Fact[] {
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) return []
  return Object.entries(settings)
    .filter(([name]) => name !== 'bindingVersion')
    .map(([name, value]) => [h('code', null, `${protocol} ${name}`), h('code', null, printed(value))])
}

function printed(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
