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
  // One name for all: they are ways to publish the same.
  const needs = calls.find((call) => call.needs !== undefined)?.needs
  const [first] = methods.flatMap(({ operations }) => operations)
  return [
    `import { connect } from '@concordat/runtime'`,
    `import { ${createPublisher}${needs === undefined ? '' : `, type ${publisher}`} } from ${importPath(service, options)}`,
    ...(needs === undefined ? [] : ['', needs]),
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

interface Call {
  readonly call: string
  /** What the reader has to give, declared; undefined where the call is complete. */
  readonly needs: string | undefined
}

function callOf(
  catalog: Catalog,
  { method, message, operations }: Application['sends'][number],
  publisher: string,
): Call {
  const data = sampleData(catalog, message)
  const given = sampleOptions(catalog, message, operations)
  const target = /^[A-Za-z_$][\w$]*$/.test(method) ? `.${method}` : `[${printString(method)}]`
  const needs =
    data === undefined ? `declare const data: Parameters<${publisher}[${printString(method)}]>[0]` : undefined
  const printed = (indent: string): string => (data === undefined ? 'data' : printLiteral(data, indent))
  return { call: printCall(`await publisher${target}`, printed, given), needs }
}

const WIDTH = 100

/** On one line, or with each argument on lines of its own; data that takes several lines opens on the first. */
function printCall(name: string, data: (indent: string) => string, options: string | undefined): string {
  const whole = `${name}(${data('')}${options === undefined ? '' : `, ${options}`})`
  if (whole.split('\n').every(({ length }) => length <= WIDTH)) return whole
  const args = [data('  '), ...(options === undefined ? [] : [options])]
  return `${name}(\n${args.map((each) => `  ${each},\n`).join('')})`
}
