import { CONFIG_FILE } from '../../model/config.ts'
import { isReadFailure, type ContractSource } from '../../model/sources/contract-source.ts'
import type { FilePlan, PlannedFile } from '../file-plan.ts'
import { jsonFile } from '../json-text.ts'
import { sentenceCase, verifySystemName } from '../names.ts'
import { refusal } from '../refusal.ts'
import { amqpChannels } from './amqp-channels.ts'
import { firstMessage } from './first-message.ts'
import { eventEnvelope, orderCreated } from './first-schemas.ts'
import { kafkaChannels } from './kafka-channels.ts'
import type { Protocol } from './protocol.ts'
import { notificationService, orderService } from './service-documents.ts'

const ATTRIBUTES = '.gitattributes'
const ATTRIBUTE = 'generated/** linguist-generated=true'

/**
 * Plans a repository of contracts: a system with one event, the application that sends it and one that receives it,
 * which pass lint as they are.
 *
 * @param source the folder as it is
 * @throws ContractError `bad-name`; `already-exists` where any of the files is there, for nothing is overwritten
 */
export async function planRepository(
  source: ContractSource,
  request: { readonly system: string; readonly protocol: Protocol },
): Promise<FilePlan> {
  const { system, protocol } = request
  verifySystemName(system)
  const contents = Object.entries(contentsOf(system, protocol))
  await refuseExisting(
    source,
    contents.map(([path]) => path),
  )
  const created = contents.map(([path, content]): PlannedFile => ({ path, content, before: undefined }))
  const files = [...created, ...(await planAttributes(source))]
  return { files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)), notes: [] }
}

function contentsOf(system: string, protocol: Protocol): Readonly<Record<string, string>> {
  const channels = protocol === 'amqp' ? amqpChannels : kafkaChannels
  const folder = `asyncapi/${system}`
  return {
    [CONFIG_FILE]: jsonFile({ schemas: 'schemas', generated: 'generated', targets: { typescript: {} } }),
    [`${folder}/channels.yaml`]: channels(system, sentenceCase(system)) + firstMessage(protocol),
    [`${folder}/order-service.yaml`]: orderService(),
    [`${folder}/notification-service.yaml`]: notificationService(protocol),
    'schemas/envelopes/event-envelope/1.0.0.json': jsonFile(eventEnvelope),
    'schemas/orders/order.created/1.0.0.json': jsonFile(orderCreated),
  }
}

async function refuseExisting(source: ContractSource, paths: readonly string[]): Promise<void> {
  const existing: string[] = []
  for (const path of paths) {
    const found = await source.read(path)
    if (!isReadFailure(found) || found.failure !== 'missing') existing.push(path)
  }
  if (existing.length === 0) return
  throw refusal(
    'already-exists',
    `${existing.join(', ')} ${existing.length === 1 ? 'exists' : 'exist'} already, and init overwrites nothing.`,
    'Choose another folder with --root DIR, or add to what is there with: concordat new event',
  )
}

/** Generated files are folded in reviews where git is told which they are. */
async function planAttributes(source: ContractSource): Promise<readonly PlannedFile[]> {
  const found = await source.read(ATTRIBUTES)
  if (isReadFailure(found)) {
    return found.failure === 'missing'
      ? [{ path: ATTRIBUTES, content: `${ATTRIBUTE}\n`, before: undefined }]
      : []
  }
  const before = new TextDecoder().decode(found)
  if (before.split(/\r?\n/).includes(ATTRIBUTE)) return []
  const separator = before === '' || before.endsWith('\n') ? '' : '\n'
  return [{ path: ATTRIBUTES, content: `${before}${separator}${ATTRIBUTE}\n`, before }]
}
