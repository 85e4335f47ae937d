import { describe, expect, it } from 'vitest'
import { cutText, visibleText } from './visible-text.ts'

describe('visibleText', () => {
  it('shows what cannot be seen, turns text around or is not allowed in XML', () => {
    expect(visibleText('\u001b[2K \u0000 \u009b \u202e \u2066 \ufeff \ufffe \ud800 \udc00')).toBe(
      String.raw`\u001b[2K \u0000 \u009b \u202e \u2066 \ufeff \ufffe \ud800 \udc00`,
    )
  })

  it('makes one line of several', () => {
    expect(visibleText('one\r\n\ttwo  three\n')).toBe('one two  three ')
  })

  it('leaves the letters of all languages as they are', () => {
    const text = 'Grüße, 注文, طلب, می‌خواهم, 👩‍🚀, 1.0.0\u00a0→\u00a01.1.0'
    expect(visibleText(text)).toBe(text)
  })
})

describe('cutText', () => {
  it('keeps what is short enough', () => {
    expect(cutText('abcde', 5)).toBe('abcde')
  })

  it('cuts to the length, the ellipsis included', () => {
    expect(cutText('abcdef', 5)).toBe('abcd…')
  })

  it('cuts no character in two', () => {
    expect(cutText('ab🐘cdef', 5)).toBe('ab🐘…')
    expect(cutText('ab🐘cdef', 4)).toBe('ab…')
  })
})
