import type { Operation, Service } from '@concordat/toolkit/model'
import { clientNames } from '../../typescript/client-names.ts'
import { printKey, printString } from '../../typescript/print-literal.ts'
import { brokerUrl } from './broker-url.ts'
import { importPath } from './import-path.ts'
import type { SnippetOptions } from './snippet.ts'

/**
 * A program that handles what an application receives. Its client asks for a handler of each message; those that the
 * program is not about fail, so that nothing is lost where somebody runs it as it is.
 *
 * @param about names of the handlers that the program is about
 * @param others names of the others
 */
export function consumerSnippet(
  service: Service,
  operation: Operation,
  { about, others }: { readonly about: readonly string[]; readonly others: readonly string[] },
  options: SnippetOptions,
): string {
  const { startConsumer } = clientNames(service)
  return [
    `import { connect } from '@concordat/runtime'`,
    `import { ${startConsumer} } from ${importPath(service, options)}`,
    '',
    `const connection = await connect(${printString(brokerUrl(operation))})`,
    `await ${startConsumer}(connection, {`,
    ...about.map((handler) => `  ${printKey(handler)}: async (event) => console.log(event.id, event.data),`),
    ...others.map((handler) => `  ${printKey(handler)}: notHandledYet,`),
    '})',
    '',
    ...(others.length === 0 ? [] : NOT_HANDLED),
  ].join('\n')
}

const NOT_HANDLED = [
  'async function notHandledYet(): Promise<void> {',
  "  throw new Error('This event is not handled yet.')",
  '}',
  '',
]
