import type { Operation, Reply } from '../model/catalog.ts'
import type { Hit } from './change.ts'
import type { ContractRuleContext } from './contract-rule.ts'
import { hit, messageConsumers, messagePublishers } from './hits.ts'

/** Who is on the other side of an answer: where an application receives and answers, those who asked. */
export function replyHits(
  context: ContractRuleContext,
  { messages }: Reply,
  action: Operation['action'],
): readonly Hit[] {
  const find = action === 'receive' ? messageConsumers : messagePublishers
  const applications = messages.flatMap((message) => find(context, { base: message }).applications)
  return [hit(action === 'receive' ? 'consumer' : 'publisher', applications)]
}
