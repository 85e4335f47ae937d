import { describe, expect, it } from 'vitest'
import { formats } from './index.ts'

const CASES: Readonly<Record<string, { accepts: readonly string[]; refuses: readonly string[] }>> = {
  date: {
    accepts: ['2024-02-29', '2000-02-29', '0000-01-01', '9999-12-31'],
    refuses: [
      '2026-02-30',
      '2023-02-29',
      '1900-02-29',
      '2024-13-01',
      '2024-00-10',
      '2024-01-00',
      '2024-1-01',
      '2024-01-01 ',
      '২০২৪-01-01',
      '',
    ],
  },
  'date-time': {
    accepts: [
      '2024-01-15T10:30:00Z',
      '2024-01-15t10:30:00.123456789z',
      '2024-01-15T10:30:00+02:00',
      '1998-12-31T23:59:60Z',
      '1998-12-31T15:59:60-08:00',
    ],
    refuses: [
      '2026-02-30T10:00:00Z',
      '2024-01-15 10:30:00Z',
      '2024-01-15T10:30:00',
      '2024-01-15T24:00:00Z',
      '2024-01-15T10:30:60Z',
      '2024-01-15T10:30:00.Z',
      '2024-01-15T10:30:00+24:00',
      '2024-01-15T10:30:00Z ',
      '2024-01-15T10:30Z',
    ],
  },
  duration: {
    accepts: ['P1Y2M3DT4H5M6S', 'P4W', 'PT1H', 'P1D', 'PT36H', 'P1M', 'PT1M1S'],
    refuses: ['P', 'PT', 'P1YT', 'P1Y1W', 'P1D2H', 'PT1D', 'P1Y2D', 'PT1H1S', '1D', 'P-1D'],
  },
  email: {
    accepts: [
      'a@b.ua',
      'first.last+tag@example.com',
      '"a b"@example.com',
      'x@[127.0.0.1]',
      'x@[IPv6:::1]',
      'o_o@localhost',
    ],
    refuses: [
      'a',
      '@b.ua',
      'a@',
      'a..b@c.d',
      '.a@c.d',
      'a@-b.c',
      'a b@c.d',
      'a@b..c',
      'x@[300.0.0.1]',
      `${'a'.repeat(65)}@b.ua`,
    ],
  },
  hostname: {
    accepts: ['a', 'example.com', '3com.com', 'xn--e1afmkfd.ua'],
    refuses: ['', '-a', 'a-', 'a..b', 'a_b', 'a'.repeat(64), 'a.'],
  },
  ipv4: {
    accepts: ['0.0.0.0', '255.255.255.255'],
    refuses: ['256.0.0.1', '1.2.3', '01.2.3.4', '1.2.3.4.5', ''],
  },
  ipv6: {
    accepts: [
      '::',
      '::1',
      '1::',
      '2001:db8::8a2e:370:7334',
      '1:2:3:4:5:6:7:8',
      '::ffff:1.2.3.4',
      '1:2:3:4:5:6:1.2.3.4',
    ],
    refuses: [
      ':',
      ':::',
      '1::2::3',
      '1:2:3:4:5:6:7',
      '1:2:3:4:5:6:7:8:9',
      '12345::',
      '1.2.3.4::',
      '::1%eth0',
      '1:2:3:4:5:6:7::8:9',
    ],
  },
  'json-pointer': { accepts: ['', '/', '/a/b~0c~1d', '/a b'], refuses: ['a', '/~', '/~2', '#/a'] },
  regex: { accepts: ['^a+$', '\\p{L}'], refuses: ['(', '[z-a]', 'a{2,1}'] },
  'relative-json-pointer': {
    accepts: ['0', '1/a', '0#', '10/a~0b'],
    refuses: ['-1', '01', '/a', '1#/a', ''],
  },
  time: {
    accepts: ['10:30:00Z', '23:59:60Z', '00:59:60+01:00', '10:30:00.5-03:30'],
    refuses: ['10:30:00', '25:00:00Z', '22:59:60Z', '10:30Z', '10:30:00+3:00'],
  },
  uri: {
    accepts: [
      'https://example.com/orders/1?x=%20#f',
      'urn:isbn:0451450523',
      'mailto:a@b.c',
      'http://[::1]:8080/',
      'file:///etc/x',
      'a:',
    ],
    refuses: [
      '/relative',
      'http://a b',
      'http://exa mple.com',
      'http://a/%zz',
      '//host',
      '1http://a',
      'http://[::1',
      'http://a/<b>',
      'x',
    ],
  },
  'uri-reference': {
    accepts: ['', '/a', 'a/b?c#d', '../x', '//host/p', 'https://a'],
    refuses: ['a b', '\\a', '1:2', '%1', 'a#b#c'],
  },
  uuid: {
    accepts: ['123e4567-e89b-12d3-a456-426614174000', '123E4567-E89B-12D3-A456-426614174000'],
    refuses: [
      '123e4567e89b12d3a456426614174000',
      '123e4567-e89b-12d3-a456-42661417400',
      '123e4567-e89b-12d3-a456-42661417400g',
      '{123e4567-e89b-12d3-a456-4266141740}',
    ],
  },
}

it('has cases for every format', () => {
  expect(Object.keys(CASES).toSorted()).toEqual(Object.keys(formats).toSorted())
})

describe.each(Object.entries(CASES))('%s', (name, { accepts, refuses }) => {
  it.each(accepts)('accepts %j', (text) => expect(formats[name]!(text)).toBe(true))
  it.each(refuses)('refuses %j', (text) => expect(formats[name]!(text)).toBe(false))
})

it('answers within linear time for hostile input', () => {
  const hostile = [
    'a'.repeat(100_000),
    '0'.repeat(100_000),
    '/~'.repeat(50_000),
    `P${'1'.repeat(100_000)}`,
    '1:'.repeat(50_000),
    `${'a.'.repeat(50_000)}@`,
  ]
  for (const text of hostile)
    for (const check of Object.values(formats)) expect(typeof check(text)).toBe('boolean')
})
