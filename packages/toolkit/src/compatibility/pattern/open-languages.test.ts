import { describe, expect, it } from 'vitest'
import { BudgetExceeded, openBudget } from '../budget.ts'
import type { Language, Languages } from './language.ts'
import { openLanguages } from './open-languages.ts'

function open(steps = 200_000): { languages: Languages; of: (pattern: string) => Language } {
  const languages = openLanguages(openBudget(steps))
  return {
    languages,
    of: (pattern) => {
      const language = languages.ofPattern(pattern)
      if (language === undefined) throw new Error(`${pattern} is not regular`)
      return language
    },
  }
}

describe('has', () => {
  const anchored = [
    '^a',
    'a$',
    '^$',
    '^a*$',
    '^a+b?$',
    '^(a|ab)c',
    '^(ab){0,2}$',
    '^(a?){2,3}$',
    '^[^a]*$',
    '^.$',
    '^\\w+$',
  ]
  const groups = [
    '',
    'a',
    'a{2,3}',
    '.',
    '\\d',
    '(|a)b',
    '^(a|b)*?b$',
    '(a*)*$',
    '^(?:a*){2}b$',
    '^(a{2}){1,2}$',
    '^a{0}$',
  ]
  const sets = ['^\\S\\s$', '\\p{L}', '^\\P{L}$', '^[a-b_]$', '[\\d\\s]', '[^\\w]', '[]', '[^]']
  const edges = [
    '\\bab\\b',
    '\\Ba',
    '(?:\\ba){1,2}',
    '$^',
    'a^b',
    '(^a|b$)',
    '(?:^|b)a(?:$|c)',
    '(^|a){1,2}b',
    '(a$|b){2}',
  ]
  const lookaheads = [
    '^(?!a)',
    '^a(?!b)',
    '(?=.*b)a',
    '(?:(?=a)a|b){2}$',
    '^(?!.*bb)[ab]+$',
    '(?!^)a',
    '(?=\\b)b',
  ]
  const patterns = [anchored, groups, sets, edges, lookaheads].flat()
  const words = wordsOver(['a', 'b', 'c', '_', ' ', '1', '\n', '\u{1f600}', '\ud83d'], 2)
    .concat(wordsOver(['a', 'b'], 5))
    .concat(['abc', ' ab ', 'a ab', 'babc', 'abab', 'aab b', 'b a', 'é', '٣'])

  it.each(patterns)('agrees with RegExp on /%s/u', (pattern) => {
    const { languages, of } = open(2_000_000)
    const expression = new RegExp(pattern, 'u')
    const wrong = words.filter((word) => languages.has(of(pattern), word) !== expression.test(word))
    expect(wrong).toEqual([])
  })
})

function wordsOver(letters: readonly string[], longest: number): string[] {
  let last = ['']
  const all = ['']
  for (let length = 1; length <= longest; length += 1) {
    last = last.flatMap((word) => letters.map((letter) => word + letter))
    all.push(...last)
  }
  return all
}

describe('ofPattern', () => {
  it.each([
    '(a)\\1',
    '(?<=a)b',
    '(?<!a)b',
    '(?i:a)',
    '(?i:^a)',
    '(',
    '\\_',
    '(?:^a|b)*',
    'a'.repeat(5000),
    '('.repeat(3000),
  ])('does not know a language for %s', (pattern) => {
    expect(open().languages.ofPattern(pattern)).toBeUndefined()
  })
})

describe('patterns out of all proportion', () => {
  it('does not look into them', () => {
    expect(open().languages.ofPattern('a'.repeat(5000))).toBeUndefined()
    expect(open().languages.ofPattern(`${'('.repeat(2000)}a${')'.repeat(2000)}`)).toBeUndefined()
  })
})

describe('isSubset', () => {
  it.each([
    ['^a$', '^a', true],
    ['^a', '^a$', false],
    ['^[0-9]{5}$', '^\\d+$', true],
    ['^ord_[0-9]+$', '^ord_', true],
    ['^(a|a)*b$', '^a*b$', true],
    ['^a*b$', '^(a|a)*b$', true],
    ['^(a+)+$', '^a+$', true],
    ['^[a-z]{1,200}$', '^[a-z]{1,201}$', true],
    ['^[a-z]{1,201}$', '^[a-z]{1,200}$', false],
    ['^fa-(?!-)[a-z-]+$', '^fa-[a-z-]+$', true],
    ['^fa-[a-z-]+$', '^fa-(?!-)[a-z-]+$', false],
    ['.', '', true],
    ['', '.', false],
    ['^.$', '^[^]$', true],
    ['^\\u{1f600}$', '^.{1}$', true],
    ['^(?=.*[0-9])(?=.*[a-z]).{8,}$', '.{8}', true],
    ['^\\bfoo\\b', '^foo(\\W|$)', true],
  ])('/%s/ in /%s/: %s', (a, b, expected) => {
    const { languages, of } = open()
    expect(languages.isSubset(of(a), of(b))).toBe(expected)
  })
})

describe('findWord', () => {
  it('finds a shortest word, made of letters where it can', () => {
    const { languages, of } = open()
    expect(languages.findWord(of('^[^]{3}$'))).toBe('aaa')
    expect(languages.findWord(languages.intersect([of('^a'), of('b$')]))).toBe('ab')
    expect(languages.findWord(languages.intersect([of('^a'), of('^b')]))).toBeUndefined()
    expect(languages.findWord(languages.intersect([of('^a*$'), languages.ofLength(3, 4)]))).toBe('aaa')
  })

  it('gives up when the budget is used up', () => {
    const { languages, of } = open(20_000)
    const hard = languages.intersect([
      of('^(a|b)*a(a|b){40}$'),
      languages.complement(of('^(b|a)*b(a|b){39}$')),
    ])
    const impossible = languages.intersect([
      hard,
      of('^(aa|bb|ab|ba)*$'),
      of('^(?:(a|b){3})*$'),
      languages.ofLength(100),
    ])
    expect(() => languages.findWord(impossible)).toThrow(BudgetExceeded)
  })
})

describe('allWords', () => {
  it('lists a small language and refuses a larger one', () => {
    const { languages, of } = open()
    expect(languages.allWords(of('^(a|b)c?$'), 4)?.toSorted()).toEqual(['a', 'ac', 'b', 'bc'])
    expect(languages.allWords(of('^(a|b)c?$'), 3)).toBeUndefined()
    expect(languages.allWords(of('^a'), 5)).toBeUndefined()
  })
})

describe('partition', () => {
  it('gives the inhabited classes only', () => {
    const { languages, of } = open()
    const parts = languages.partition([of('^a'), of('^ab'), languages.ofWords(['abc'])])
    expect(parts.map((part) => [part.inside.map(Number).join(''), part.word])).toEqual([
      ['111', 'abc'],
      ['110', 'ab'],
      ['100', 'a'],
      ['000', ''],
    ])
  })
})
