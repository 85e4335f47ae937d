import type { ChangeFinding, Party, Thing } from '../change.ts'
import { fingerprint } from '../fingerprint.ts'
import { patchChangesMessages } from '../promise-rules.ts'
import { compareSchemas, type SchemaSettings } from '../schemas/compare-schemas.ts'
import type { ComparedSchemas } from '../schemas/compared-schemas.ts'

/** A patch release promises the same messages; undefined where both versions send the same ones. */
export function patchFinding(
  thing: Thing,
  compared: ComparedSchemas,
  settings: SchemaSettings,
  parties: readonly Party[],
): ChangeFinding | undefined {
  const [first] = compareSchemas(compared, {
    ...settings,
    thing,
    promises: ['backward', 'forward'],
    sameMessages: true,
    publishers: [],
    consumers: [],
    ways: [],
  })
  if (first === undefined) return undefined
  const consumers = parties.filter(({ role }) => role === 'consumer').map(({ application }) => application)
  return {
    ...first,
    rule: patchChangesMessages.id,
    verdict: patchChangesMessages.verdict,
    direction: undefined,
    witness: first.witness && { ...first.witness, refusedBy: `the publisher of ${first.witness.refusedBy}` },
    message: `The version number says that ${compared.new.name} has the messages of ${compared.old.name}, but it has others.`,
    why: patchChangesMessages.why,
    hit: [{ role: 'consumer', applications: consumers }],
    ways: [
      { text: 'Release it as a minor version.', command: `concordat new version ${thing.name} --minor` },
    ],
    fingerprint: fingerprint(patchChangesMessages.id, thing.kind, thing.name, compared.new.name),
  }
}
