import type { GateReport } from '../report.ts'
import { sampleChange, sampleFinding } from './sample-change.ts'

/** Ends cells, code, blocks, folds, attributes, CDATA and commands; mentions, links, loads a picture, hides and turns text. */
const HOSTILE: string =
  '`` ```\n\n| x | \\| </details></summary><script>alert(1)</script> ![p](https://evil.example/p.png) [l](javascript:1) ' +
  '<img src=x> @everyone #1 GH-1 www.evil.example https://evil.example $x$ **b** _i_ "\' ]]> --> %0A::error::x\r\n::error::y ' +
  '\u001b[2K\u0000\u202e\ud800 \ufffe &amp; ,:;%'

/** A report whose every text is hostile. */
export const hostileReport: GateReport = {
  verdict: 'breaking',
  head: HOSTILE,
  base: { label: HOSTILE },
  changes: [
    {
      ...sampleChange(HOSTILE, [
        sampleFinding({
          message: HOSTILE,
          why: HOSTILE,
          place: { file: HOSTILE, line: 1, column: 1, pointer: HOSTILE },
          witness: {
            value: { [HOSTILE]: HOSTILE },
            sentBy: HOSTILE,
            refusedBy: HOSTILE,
            at: HOSTILE,
            error: HOSTILE,
          },
          hit: [{ role: 'consumer', applications: [HOSTILE] }],
          ways: [{ text: HOSTILE, command: HOSTILE }],
          exception: undefined,
        }),
        sampleFinding({
          fingerprint: '00000000000000ff',
          exception: { file: HOSTILE, owner: HOSTILE, reason: HOSTILE, expires: '2027-01-31' },
        }),
      ]),
      from: HOSTILE,
      to: HOSTILE,
      parties: [{ role: 'consumer', application: HOSTILE }],
    },
    sampleChange(HOSTILE, [], 'channel'),
  ],
  lint: [
    {
      rule: 'example-invalid',
      severity: 'error',
      place: { file: HOSTILE, line: 1, column: 1, pointer: HOSTILE },
      message: HOSTILE,
      why: HOSTILE,
      fix: HOSTILE,
    },
  ],
}
