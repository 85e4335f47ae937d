import type { Operation, Service } from '@concordat/toolkit/model'
import { clientNames } from '../../typescript/client-names.ts'
import { printKey, printString } from '../../typescript/print-literal.ts'
import { brokerUrl } from './broker-url.ts'
import { importPath } from './import-path.ts'
import type { SnippetOptions } from './snippet.ts'

/** A program that handles all that an application receives. */
export function consumerSnippet(
  service: Service,
  operation: Operation,
  handlers: readonly string[],
  options: SnippetOptions,
): string {
  const { startConsumer } = clientNames(service)
  return [
    `import { connect } from '@concordat/runtime'`,
    `import { ${startConsumer} } from ${importPath(service, options)}`,
    '',
    `const connection = await connect(${printString(brokerUrl(operation))})`,
    `await ${startConsumer}(connection, {`,
    ...handlers.map(
      (handler) => `  ${printKey(handler)}: async (event) => console.log(event.id, event.data),`,
    ),
    '})',
    '',
  ].join('\n')
}

/** The handler of one message of an application that has others too. */
export function handlerSnippet(service: Service, handler: string, options: SnippetOptions): string {
  const { startConsumer, handlers } = clientNames(service)
  const type = `${handlers}[${printString(handler)}]`
  return [
    `import type { ${handlers} } from ${importPath(service, options)}`,
    '',
    `/** One of the handlers that ${startConsumer} is given. */`,
    `export const handle: ${type} = async (event) => {`,
    '  console.log(event.id, event.data)',
    '}',
    '',
  ].join('\n')
}
