import type { Place } from '../../../model/catalog.ts'
import type { Finding } from '../../../model/finding.ts'
import { explainFinding } from '../explain-finding.ts'
import { lintFingerprint } from '../lint-fingerprint.ts'
import type { ListedFinding } from '../list-findings.ts'
import { visibleText } from '../visible-text.ts'
import type { SarifLocation, SarifResult } from './sarif-log.ts'

type Result = Omit<SarifResult, 'ruleIndex'>

/** A finding about a change as a result. */
export function fromFinding(listed: ListedFinding): Result {
  const { change, finding } = listed
  const { rule, verdict, place, tree, exception, fingerprint } = finding
  const name = visibleText(`${change.thing.name}${place.pointer === '' ? '' : `#${place.pointer}`}`)
  return {
    ruleId: rule,
    level: verdict === 'risky' ? 'warning' : 'error',
    message: { text: explainFinding(listed).join('\n') },
    locations: [
      { ...locate(place, tree), logicalLocations: [{ fullyQualifiedName: name, kind: change.thing.kind }] },
    ],
    partialFingerprints: { 'concordatFinding/v1': fingerprint },
    ...(exception === undefined ? {} : { suppressions: [suppression(exception)] }),
    properties: { verdict, from: change.from, to: change.to },
  }
}

/** A finding of lint as a result. */
export function fromLint(finding: Finding): Result {
  const { rule, severity, message, why, fix, place } = finding
  return {
    ruleId: rule,
    level: severity,
    message: { text: [message, `Why: ${why}`, `Fix: ${fix}`].map(visibleText).join('\n') },
    locations: [locate(place, 'head')],
    partialFingerprints: { 'concordatFinding/v1': lintFingerprint(finding) },
  }
}

function suppression({ owner, reason, expires, file }: NonNullable<ListedFinding['finding']['exception']>) {
  const justification = visibleText(`${reason} (${owner}, until ${expires}, ${file})`)
  return { kind: 'external', status: 'accepted', justification } as const
}

function locate({ file, line, column }: Place, tree: 'head' | 'base'): SarifLocation {
  return {
    physicalLocation: {
      artifactLocation: { uri: toUri(file), uriBaseId: tree.toUpperCase() },
      region: { startLine: line, startColumn: column },
    },
  }
}

/** A path as a relative reference (RFC 3986, section 4.2), whatever characters it has. */
function toUri(path: string): string {
  return path
    .split('/')
    .map((name) => encodeURIComponent(name.toWellFormed()))
    .join('/')
}
