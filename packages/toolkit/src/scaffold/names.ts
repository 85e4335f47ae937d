import { quote } from '../lint/quote.ts'
import { serviceName } from '../model/document-names.ts'
import { refusal } from './refusal.ts'

const HYPHENATED = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
const DOTTED = /^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/
const PASCAL_CASE = /^[A-Z][A-Za-z0-9]*$/
const MAX_LENGTH = 100

/** Reserved words of JavaScript, and names that objects and functions are born with. */
const KEYWORDS: ReadonlySet<string> = new Set(
  [
    'arguments await break case catch class const constructor continue debugger default delete do else enum eval',
    'export extends false finally for function if implements import in instanceof interface let new null package',
    'private protected prototype public return static super switch this throw true try typeof undefined var void',
    'while with yield',
  ].flatMap((line) => line.split(' ')),
)

/** Windows takes a file with such a name, whatever its extension, for a device. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/

/** @throws ContractError `bad-name` */
export function verifySystemName(name: string): void {
  verify('system', name, HYPHENATED, 'lower-case letters, digits and hyphens, like "event-bus"')
}

/** @throws ContractError `bad-name` */
export function verifyServiceName(name: string): void {
  const form = 'lower-case letters, digits and hyphens, like "order-service"'
  verify('service', name, HYPHENATED, form)
  // The loader takes `-asyncapi` in the name of a document for a part of its extension.
  if (serviceName(`${name}.yaml`, '') !== name) throw badName('service', name, 'something without "asyncapi"')
}

/** Splits `<domain>/<subject>`. @throws ContractError `bad-name` */
export function parseSubject(name: string): { readonly domain: string; readonly subject: string } {
  const [domain, subject, ...rest] = name.split('/')
  const form = 'a domain, a slash and a subject, like "orders/order.created"'
  if (domain === undefined || subject === undefined || rest.length > 0) throw badName('subject', name, form)
  for (const part of [domain, subject])
    verify('subject', name, DOTTED, `${form}, in lower-case letters, digits, dots and hyphens`, part)
  return { domain, subject }
}

/** @throws ContractError `bad-name` */
export function verifyMessageName(name: string): void {
  verify('message', name, PASCAL_CASE, 'letters and digits in PascalCase, like "OrderCreated"')
}

/** Name of a queue, an exchange, a topic or a routing key. @throws ContractError `bad-name` */
export function verifyAddress(what: string, name: string): void {
  const address = /^[A-Za-z0-9][A-Za-z0-9._-]*$/
  verify(what, name, address, 'letters, digits, dots, hyphens and underscores, like "order.created"')
}

function verify(what: string, name: string, form: RegExp, expected: string, part: string = name): void {
  if (!form.test(part)) throw badName(what, name, expected)
  if (part.length > MAX_LENGTH) throw badName(what, name, `at most ${MAX_LENGTH} characters`)
  if (KEYWORDS.has(part) || DEVICE.test(part))
    throw badName(
      what,
      name,
      `another word: ${quote(part)} is reserved, so code and files cannot be named for it`,
    )
}

function badName(what: string, name: string, expected: string): Error {
  return refusal('bad-name', `${quote(name)} is not the name of a ${what}.`, `Use ${expected}.`)
}

/** `order.created` as `OrderCreated`. */
export function pascalCase(name: string): string {
  return words(name)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

/** `OrderCreated` as `orderCreated`. */
export function camelCase(name: string): string {
  const pascal = pascalCase(name)
  return pascal.charAt(0).toLowerCase() + pascal.slice(1)
}

/** `order.created` as `Order created`. */
export function sentenceCase(name: string): string {
  const text = words(name).join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function words(name: string): readonly string[] {
  return name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
}
