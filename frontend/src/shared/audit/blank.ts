/** What counts as white space in a reason: exactly what the services and the auditor in Java count. */
// eslint-disable-next-line no-control-regex
const BLANK = /^[\t-\r\u001c-\u0020\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]*$/

/** Whether a text says nothing. */
export const isBlank = (text: string): boolean => BLANK.test(text)
