import type { Catalog, Operation, Service } from '@concordat/toolkit/model'
import type { Application } from '../../typescript/application.ts'
import { clientNames } from '../../typescript/client-names.ts'
import { printLiteral, printString } from '../../typescript/print-literal.ts'
import { brokerUrl } from './broker-url.ts'
import { importPath } from './import-path.ts'
import { sampleData } from './sample-data.ts'
import { sampleOptions } from './sample-options.ts'
import type { SnippetOptions } from './snippet.ts'

/** A program that publishes some of the messages that an application sends. */
export function publisherSnippet(
  catalog: Catalog,
  service: Service,
  methods: Application['sends'],
  options: SnippetOptions,
): string {
  const { createPublisher, publisher } = clientNames(service)
  const calls = methods.map((sent) => callOf(catalog, sent, publisher))
  const needsType = calls.some(({ needs }) => needs !== '')
  const [first] = methods.flatMap(({ operations }) => operations)
  return [
    `import { connect } from '@concordat/runtime'`,
    `import { ${createPublisher}${needsType ? `, type ${publisher}` : ''} } from ${importPath(service, options)}`,
    ...calls.flatMap(({ needs }) => (needs === '' ? [] : ['', needs])),
    '',
    connectLine(first),
    `const publisher = ${createPublisher}(connection)`,
    ...calls.map(({ call }) => call),
    'await connection.close()',
    '',
  ].join('\n')
}

function connectLine(operation: Operation | undefined): string {
  const url = operation === undefined ? 'amqp://localhost:5672' : brokerUrl(operation)
  return `const connection = await connect(${printString(url)})`
}

/** Without an example of the data the reader has to give it. */
function callOf(
  catalog: Catalog,
  { method, message, operations }: Application['sends'][number],
  publisher: string,
): { readonly call: string; readonly needs: string } {
  const data = sampleData(message)
  const given = sampleOptions(catalog, message, operations)
  const target = /^[A-Za-z_$][\w$]*$/.test(method) ? `.${method}` : `[${printString(method)}]`
  const key = printString(method)
  const value = data === undefined ? 'data' : printLiteral(data)
  const needs = data === undefined ? `declare const data: Parameters<${publisher}[${key}]>[0]` : ''
  return { call: `await publisher${target}(${value}${given === undefined ? '' : `, ${given}`})`, needs }
}
