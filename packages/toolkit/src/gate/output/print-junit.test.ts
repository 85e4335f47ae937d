import { describe, expect, it } from 'vitest'
import { hostileReport } from '../testing/hostile-report.ts'
import { largeReport, quietReport, sampleReport } from '../testing/sample-report.ts'
import { printJunit } from './print-junit.ts'

const tag = /<\/?(?:testsuites|testsuite|testcase|failure|error|system-out)(?: [a-z]+="[^"<]*")*\/?>/g

/** Names of elements that are not closed, or closed where another one is open. */
function unmatchedTags(xml: string): readonly string[] {
  const open: string[] = []
  for (const [found] of xml.matchAll(tag)) {
    const name = /[a-z-]+/.exec(found)?.[0] ?? ''
    if (found.startsWith('</') && open.at(-1) === name) open.pop()
    else if (!found.endsWith('/>')) open.push(name)
  }
  return open
}

describe('printJunit', () => {
  it('is well-formed whatever the contracts say', () => {
    for (const report of [sampleReport, quietReport, hostileReport, largeReport(20)]) {
      const xml = printJunit(report).replace('<?xml version="1.0" encoding="UTF-8"?>', '')
      expect(unmatchedTags(xml)).toEqual([])
      expect(xml.replaceAll(tag, '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;)/)
    }
  })

  it('fails what breaks, has an error for what is undecided, and passes the rest', () => {
    const xml = printJunit(sampleReport)
    expect(xml).toContain('tests="6" failures="2" errors="1" skipped="0"')
    expect(xml).toContain('<testsuite name="lint" tests="2" failures="1" errors="0" skipped="0">')
    expect(xml.match(/<failure /g)).toHaveLength(3)
    expect(xml.match(/<error /g)).toHaveLength(1)
  })

  it('has a test case even where nothing changed', () => {
    expect(printJunit(quietReport)).toContain('<testcase classname="changes" name="nothing changed"/>')
  })
})
