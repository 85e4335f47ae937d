import { expect, test } from 'vitest'
import { setByPolicy } from './ways.ts'

test('a policy names one queue, whatever is in its name, and nothing of it becomes a command', () => {
  expect(setByPolicy('queues', 'crm.orders', { 'message-ttl': 1000 }).command).toBe(
    String.raw`rabbitmqctl set_policy --apply-to queues crm.orders '^crm\.orders$' '{"message-ttl":1000}'`,
  )
  expect(setByPolicy('queues', "a'; rm -rf $HOME; '", {}).command).toBe(
    String.raw`rabbitmqctl set_policy --apply-to queues 'a'\''; rm -rf $HOME; '\''' '^a'\''; rm -rf \$HOME; '\''$' '{}'`,
  )
})
