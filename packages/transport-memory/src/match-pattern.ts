/**
 * Whether a binding key of a topic exchange matches a routing key: words between dots, `*` for one word, `#` for any
 * number of words (AMQP 0-9-1, 3.1.3.3). Takes time in proportion to the product of the lengths, whatever the pattern.
 */
export function matchesPattern(pattern: string, routingKey: string): boolean {
  const words = wordsOf(routingKey)
  // reached[i]: the pattern so far matches the first i words.
  let reached = words.map(() => false)
  reached.unshift(true)
  for (const part of wordsOf(pattern)) {
    const before = reached
    reached = before.map(() => false)
    for (let index = 0; index <= words.length; index++) {
      reached[index] =
        part === '#'
          ? before[index] === true || reached[index - 1] === true
          : before[index - 1] === true && (part === '*' || part === words[index - 1])
    }
  }
  return reached[words.length] === true
}

function wordsOf(key: string): readonly string[] {
  return key === '' ? [] : key.split('.')
}
