import type { Catalog, Channel, Message } from '../../model/catalog.ts'
import { parseSemver } from '../../model/semver.ts'
import type { Change, ChangeFinding } from '../change.ts'
import { fingerprint } from '../fingerprint.ts'
import { partiesOf } from '../parties.ts'
import { majorsOnOneChannel } from '../promise-rules.ts'
import { worstVerdict } from '../worst-verdict.ts'

/**
 * Messages of two majors of a subject that a consumer cannot tell apart: on one channel, under one type. A major version
 * may change everything, so it needs a channel or a type of its own as long as the older one is consumed.
 */
export function majorsShareChannel(catalog: Catalog): readonly Change[] {
  return catalog.systems.flatMap(({ name, channels }) =>
    channels.flatMap((channel) =>
      [...Map.groupBy(channel.messages, ({ type }) => type).values()].flatMap((messages) =>
        changesAmong(messages, channel, name, catalog),
      ),
    ),
  )
}

function changesAmong(
  messages: readonly Message[],
  channel: Channel,
  system: string,
  catalog: Catalog,
): readonly Change[] {
  if (messages.length < 2) return []
  const parties = partiesOf(catalog)
  return messages.flatMap((newer) =>
    messages
      .filter((older) => isOlderMajor(older, newer) && parties.receiversOf(older).length > 0)
      .map((older) => {
        const consumers = parties.receiversOf(older)
        const finding = describe(older, newer, channel, consumers, catalog)
        return {
          thing: { kind: 'message', name: `${system}/${newer.name}` },
          from: older.version?.version ?? '',
          to: newer.version?.version ?? '',
          verdict: worstVerdict([finding]),
          mode: undefined,
          bump: undefined,
          parties: consumers.map((application) => ({ role: 'consumer', application })),
          findings: [finding],
        } satisfies Change
      }),
  )
}

function isOlderMajor(older: Message, newer: Message): boolean {
  return older.version?.subject === newer.version?.subject && majorOf(older) < majorOf(newer)
}

function majorOf({ version }: Message): number {
  return parseSemver(version?.version ?? '')?.major ?? Number.NaN
}

function describe(
  older: Message,
  newer: Message,
  channel: Channel,
  consumers: readonly string[],
  catalog: Catalog,
): ChangeFinding {
  return {
    rule: majorsOnOneChannel.id,
    verdict: majorsOnOneChannel.verdict,
    message: `${JSON.stringify(newer.name)} of version ${newer.version?.version} has the type ${JSON.stringify(newer.type)} of ${JSON.stringify(older.name)} of version ${older.version?.version} on the channel ${JSON.stringify(channel.name)}.`,
    why: majorsOnOneChannel.why,
    place: catalog.locate(newer.node),
    tree: 'head',
    direction: undefined,
    witness: undefined,
    hit: [{ role: 'consumer', applications: consumers }],
    ways: [
      { text: 'Give the newer major a type of its own.' },
      { text: 'Give the newer major a channel of its own.' },
    ],
    fingerprint: fingerprint(
      majorsOnOneChannel.id,
      channel.id,
      newer.type,
      older.version?.id,
      newer.version?.id,
    ),
    exception: undefined,
  }
}
