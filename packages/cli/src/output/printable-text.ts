/**
 * Shows control characters, and halves of surrogate pairs, as escapes. Contracts come from strangers, and a terminal obeys what is printed on it:
 * a file name with an escape sequence could otherwise rewrite a red line into a green one.
 */
export function printableText(text: string): string {
  return text.replace(
    // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
    },
  )
}
