import { expect, it } from 'vitest'
import { printableText } from './printable-text.ts'

it('shows what would move the cursor, name the window or turn the text around', () => {
  expect(printableText('\u001b[2K \u001b]0;title\u0007 \u009b1m \r \u061c \u202e \u2066 \u2028 \ud800')).toBe(
    String.raw`\u001b[2K \u001b]0;title\u0007 \u009b1m \u000d \u061c \u202e \u2066 \u2028 \ud800`,
  )
})

it('leaves tabs, line breaks and the letters of all languages as they are', () => {
  const text = 'order\tCmd\nGrüße, 注文, طلب, 🐘'
  expect(printableText(text)).toBe(text)
})
