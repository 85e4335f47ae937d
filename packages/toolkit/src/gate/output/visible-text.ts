/**
 * A text on one line that shows what a reader or a program could not see or take: control characters, those that turn the
 * direction of a text around, halves of surrogate pairs and what XML 1.0 (section 2.2) does not allow become escapes such
 * as `\u001b`. Contracts come from strangers.
 */
export function visibleText(text: string): string {
  return text
    .replaceAll(/[\t\r\n]+/g, ' ')
    .replaceAll(HIDDEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

const HIDDEN =
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Cuts a text that is longer than so many characters, between two of them. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text
  const end = most - 1
  const isInsidePair = /[\ud800-\udbff]/.test(text.charAt(end - 1))
  return `${text.slice(0, isInsidePair ? end - 1 : end)}…`
}
