import { expect, it } from 'vitest'
import { wrapText } from './wrap-text.ts'

it('breaks between words, with an indent of its own for the first line', () => {
  expect(wrapText('one two three four', 12, '> ', '..')).toBe('> one two\n..three four')
})

it('fills a line to the last column and not beyond', () => {
  expect(wrapText('abc def', 7)).toBe('abc def')
  expect(wrapText('abc def', 6)).toBe('abc\ndef')
})

it('leaves a word whole that is longer than a line', () => {
  expect(wrapText('see https://example.com/long here', 10, '  ')).toBe(
    '  see\n  https://example.com/long\n  here',
  )
})

it('reads the line breaks of a source as spaces', () => {
  expect(wrapText('one\ntwo', Infinity)).toBe('one two')
})
