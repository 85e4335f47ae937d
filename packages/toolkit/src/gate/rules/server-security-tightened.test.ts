import { expect, test } from 'vitest'
import { checkBothWays } from '../testing/check-contract-rule.ts'
import { onKafka } from '../testing/samples.ts'
import { serverSecurityTightened } from './server-security-tightened.ts'

const password = { type: 'userPassword' }
const certificate = { type: 'X509' }

const guarded = (...security: readonly object[]) => onKafka({ server: { security } })

test('reports a server that asks for a password and did not', async () => {
  expect(await checkBothWays(serverSecurityTightened, onKafka(), guarded(password))).toEqual({
    there: [
      'breaking server bus/broker: Server "broker" does not accept "who does not say who it is" any more. [consumer bus/crm, publisher bus/shop]',
    ],
    back: [],
  })
})

test('reports one that asks for something else, and allows one that accepts more', async () => {
  expect(
    (await checkBothWays(serverSecurityTightened, guarded(password), guarded(certificate))).there,
  ).toEqual([
    'breaking server bus/broker: Server "broker" does not accept "userPassword" any more. [consumer bus/crm, publisher bus/shop]',
  ])
  expect(
    (await checkBothWays(serverSecurityTightened, guarded(password), guarded(certificate, password))).there,
  ).toEqual([])
})

test('allows another description of the same', async () => {
  expect(
    await checkBothWays(
      serverSecurityTightened,
      guarded(password),
      guarded({ ...password, description: 'Ask us.' }),
    ),
  ).toEqual({ there: [], back: [] })
})
