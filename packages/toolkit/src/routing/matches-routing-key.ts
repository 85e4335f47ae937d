/**
 * Whether a topic exchange's binding key takes a routing key (AMQP 0-9-1, 3.1.3.3): words between dots, `*` stands for
 * one word, `#` for any number of them, none included. As in RabbitMQ the empty key has no words, so `*` refuses it.
 *
 *     matchesRoutingKey('product.*', 'product.stock.updated') // false
 */
export function matchesRoutingKey(bindingKey: string, routingKey: string): boolean {
  return matchesWords(routingWords(bindingKey), routingWords(routingKey))
}

/** Words of a key; splitting once lets a caller match one key against many. */
export function routingWords(key: string): readonly string[] {
  return key === '' ? [] : key.split('.')
}

/**
 * {@link matchesRoutingKey} over words. Only the last `#` is ever tried again, because whatever an earlier one could
 * take, it can take too: so many `#` cost no more than their product with the words. `isSame` compares two literal words.
 */
export function matchesWords(
  pattern: readonly string[],
  words: readonly string[],
  isSame: (part: string, word: string) => boolean = (part, word) => part === word,
): boolean {
  let atPattern = 0
  let atWord = 0
  let lastHash = -1
  let wordsOfLastHash = 0
  while (atWord < words.length) {
    const part = pattern[atPattern]
    const word = words[atWord] ?? ''
    if (part === '#') {
      lastHash = atPattern++
      wordsOfLastHash = atWord
    } else if (part !== undefined && (part === '*' || isSame(part, word))) {
      atPattern++
      atWord++
    } else if (lastHash >= 0) {
      atPattern = lastHash + 1
      atWord = ++wordsOfLastHash
    } else {
      return false
    }
  }
  while (pattern[atPattern] === '#') atPattern++
  return atPattern === pattern.length
}
