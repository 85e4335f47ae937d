import type { Operation, Service } from '@concordat/toolkit/model'
import { clientNames } from '../../typescript/client-names.ts'
import { printKey, printString } from '../../typescript/print-literal.ts'
import { brokerUrl } from './broker-url.ts'
import { importPath } from './import-path.ts'
import type { SnippetOptions } from './snippet.ts'

/**
 * A program that handles all that an application receives: its client asks for a handler of each.
 *
 * @param handlers names of the handlers; the first one is what the program is shown for
 */
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
