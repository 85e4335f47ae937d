import type { CompatibilityConfig } from '../../model/config.ts'
import type { Catalog, Channel, Json, Message, Subject } from '../../model/catalog.ts'
import { isObject } from '../../model/json.ts'
import { isMode, type Mode } from '../../model/compatibility-mode.ts'

/** Which promises each thing of a catalog must keep. */
export interface Policy {
  /** By name, `orders/order.created`; undefined for a subject that the catalog does not have. */
  readonly modeOfSubject: (name: string) => Mode | undefined
  readonly modeOfMessage: (message: Message, channel: Channel) => Mode
}

/**
 * The policy of a catalog. What is said of a thing itself goes before what is said of more: a subject in the
 * configuration, the extension `x-compatibility` in its newest version, in the message or in the channel, the domain, the
 * default of the configuration. Where nobody says anything it is FULL, and FULL_TRANSITIVE where a channel keeps its
 * history, because a consumer that starts over reads messages of every version.
 */
export function policyOf(catalog: Catalog, config: CompatibilityConfig): Policy {
  const subjects = new Map(catalog.subjects.map((subject) => [subject.name, subject]))
  const channelsOf = groupChannels(catalog)
  const modeOfSubject = (name: string): Mode | undefined => {
    const subject = subjects.get(name)
    return subject && (statedMode(subject, config) ?? config.mode ?? defaultMode(channelsOf(name)))
  }
  return {
    modeOfSubject,
    modeOfMessage: (message, channel) => {
      const subject = message.version?.subject ?? ''
      return (
        own(config.subjects, subject) ??
        statedBy(message.node.value) ??
        statedBy(channel.node.value) ??
        modeOfSubject(subject) ??
        config.mode ??
        defaultMode([channel])
      )
    },
  }
}

function statedMode({ name, domain, versions }: Subject, config: CompatibilityConfig): Mode | undefined {
  return own(config.subjects, name) ?? statedBy(versions.at(-1)?.schema.value) ?? own(config.domains, domain)
}

function own(modes: Readonly<Record<string, Mode>>, name: string): Mode | undefined {
  return Object.hasOwn(modes, name) ? modes[name] : undefined
}

function statedBy(value: Json | undefined): Mode | undefined {
  const stated =
    isObject(value) && Object.hasOwn(value, 'x-compatibility') ? value['x-compatibility'] : undefined
  return typeof stated === 'string' && isMode(stated) ? stated : undefined
}

function defaultMode(channels: readonly Channel[]): Mode {
  return channels.some(keepsHistory) ? 'FULL_TRANSITIVE' : 'FULL'
}

/** A Kafka topic is read again from its start; a queue forgets what was acknowledged. */
function keepsHistory({ protocols }: Channel): boolean {
  return protocols.includes('kafka')
}

/** The channels on which versions of a subject travel; looked for when a subject asks. */
function groupChannels({ systems }: Catalog): (subject: string) => readonly Channel[] {
  let groups: Map<string, Channel[]> | undefined
  return (subject) => {
    groups ??= bySubject(systems.flatMap(({ channels }) => channels))
    return groups.get(subject) ?? []
  }
}

function bySubject(channels: readonly Channel[]): Map<string, Channel[]> {
  const groups = new Map<string, Channel[]>()
  for (const channel of channels)
    for (const { version } of channel.messages) {
      if (version === undefined) continue
      const group = groups.get(version.subject)
      if (group === undefined) groups.set(version.subject, [channel])
      else group.push(channel)
    }
  return groups
}
