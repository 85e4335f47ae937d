const DATE_AND_TIME =
  /^P(?!$)(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)?(?:T(?=\d)(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?$/
const WEEKS = /^P\d+W$/

/** `duration` of RFC 3339, appendix A: units in order, none left out between two. */
export function isDuration(text: string): boolean {
  return WEEKS.test(text) || DATE_AND_TIME.test(text)
}
