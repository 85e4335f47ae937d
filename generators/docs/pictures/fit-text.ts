/**
 * A name that is not longer than some characters. What is too much goes from the middle, because names of queues and topics
 * differ at both ends.
 */
export function fitText(text: string, most: number): string {
  const characters = Array.from(text)
  if (characters.length <= most) return text
  const head = Math.ceil((most - 1) / 2)
  return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - (most - 1 - head)).join('')}`
}
