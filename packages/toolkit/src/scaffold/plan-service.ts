import { posix } from 'node:path'
import { quote } from '../lint/quote.ts'
import type { Catalog, ContractDocument, System } from '../model/catalog.ts'
import { CONFIG_FILE, type Config } from '../model/config.ts'
import { child, text } from '../model/node.ts'
import { blockLines, type TextStyle } from './edit/document-text.ts'
import type { FilePlan } from './file-plan.ts'
import { editable, findSystem, nameOf, sharedDocument } from './find-document.ts'
import { sentenceCase, verifyServiceName } from './names.ts'
import { refTo } from './refs.ts'
import { refusal } from './refusal.ts'

const STYLE: TextStyle = { form: 'yaml', indent: '  ', isCompact: true }

export interface ServiceRequest {
  /** `<system>/<service>`. */
  readonly name: string
  /** Team that answers for it. */
  readonly owner?: string | undefined
}

/**
 * Plans the document of a new application: what it is and where it connects to. It has no operations yet, so it is no
 * service of the catalog until the first one is added.
 *
 * @throws ContractError `bad-name`, `not-found`, `already-exists`
 */
export function planService(catalog: Catalog, config: Config, request: ServiceRequest): FilePlan {
  const [systemName = '', name, ...rest] = request.name.split('/')
  if (name === undefined || rest.length > 0)
    throw refusal(
      'bad-name',
      `${quote(request.name)} is not the name of a service.`,
      'Use the name of its system, a slash and its own, like "shop/order-service".',
    )
  verifyServiceName(name)
  const system = findSystem(catalog, systemName)
  const known = system.documents.find((document) => nameOf(document) === name)
  if (known !== undefined)
    throw refusal(
      'already-exists',
      `${known.path} describes the service ${quote(name)} already.`,
      'Choose another name, or add to it with: concordat new event',
    )
  const model = modelOf(system)
  const path = posix.join(posix.dirname(model.path), `${name}.yaml`)
  const content = documentText(path, name, request.owner, system, model)
  const isListed = config.documents?.some((known) => path === known || path.startsWith(`${known}/`)) ?? true
  return {
    files: [{ path, content, before: undefined }],
    notes: isListed ? [] : [`Add ${path} to "documents" in ${CONFIG_FILE}, so that it is read.`],
  }
}

/** The document that the new one stands beside and takes after. */
function modelOf(system: System): ContractDocument {
  const model = sharedDocument(system) ?? system.documents[0]
  if (model === undefined) throw new Error(`the system ${system.name} has no document`)
  return editable(model)
}

function documentText(
  path: string,
  name: string,
  owner: string | undefined,
  { servers }: System,
  { asyncapi, node }: ContractDocument,
): string {
  const info = child(node, 'info')
  const license = info && child(info, 'license')
  const contentType = text(node, 'defaultContentType')
  const head = {
    asyncapi,
    info: {
      title: sentenceCase(name),
      version: '1.0.0',
      ...(owner === undefined ? {} : { contact: { name: owner } }),
      ...(license === undefined ? {} : { license: license.value }),
    },
    ...(contentType === undefined ? {} : { defaultContentType: contentType }),
  }
  const references = servers.map((server) => [server.name, { $ref: refTo(path, server.node) }] as const)
  const parts = [head, ...(references.length === 0 ? [] : [{ servers: Object.fromEntries(references) }])]
  return parts.map((part) => `${blockLines(part, STYLE).join('\n')}\n`).join('\n')
}
