/**
 * A name that is safe as a folder and the same on every machine: lower case, runs of anything but letters, digits and
 * `_` become one `-`. Empty where nothing is left.
 */
export function slug(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
}
