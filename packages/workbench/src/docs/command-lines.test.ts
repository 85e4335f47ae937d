import { expect, it } from 'vitest'

import { commandLineProblem } from './command-line-problem.ts'
import { commandLines } from './command-lines.ts'

it('finds commands in spans, blocks, indented code, sessions and workflows', () => {
  const markdown = [
    'Run `npx concordat lint` on concordat, or `npm run generate -- --check`.',
    '',
    '    concordat docs --out public   # a site',
    '',
    '```yaml',
    '- run: npx concordat check > report.txt',
    '```',
    '```sh',
    'concordat new event orders/order.shipped \\',
    '  --system shop',
    'concordat new service shop/crm --owner "Sales; and others"',
    '$ RABBITMQ_URL=amqp://localhost npm test | tail',
    '```',
  ].join('\n')
  expect(commandLines(markdown).toSorted()).toEqual([
    'RABBITMQ_URL=amqp://localhost npm test',
    'concordat docs --out public',
    'concordat new event orders/order.shipped --system shop',
    'concordat new service shop/crm --owner TEXT',
    'npm run generate -- --check',
    'npx concordat check',
    'npx concordat lint',
  ])
})

it.each([
  'concordat',
  'npx concordat COMMAND --help',
  'concordat generate typescript --out src/events',
  'concordat lint --format json',
  'npm run --silent services -- up',
  'node packages/workbench/bootstrap.mjs reference --check',
])('accepts %s', async (line) => {
  expect(await commandLineProblem(line)).toBeUndefined()
})

it.each([
  'concordat validate',
  'npx concordat lint --strict',
  'concordat lint asyncapi',
  'npm run deploy',
  'node packages/workbench/bootstrap.mjs nothing',
])('refuses %s', async (line) => {
  expect(await commandLineProblem(line)).toBeDefined()
})
