/** The part of SARIF 2.1.0 (OASIS Standard, section 3) that is printed here. */
export interface SarifLog {
  readonly $schema: string
  readonly version: '2.1.0'
  readonly runs: readonly SarifRun[]
}

interface SarifRun {
  readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly SarifRule[] } }
  readonly columnKind: 'utf16CodeUnits'
  readonly originalUriBaseIds: Readonly<Record<string, { readonly description: SarifMessage }>>
  readonly results: readonly SarifResult[]
}

/** Section 3.49, `reportingDescriptor`. */
export interface SarifRule {
  readonly id: string
  readonly name: string
  readonly shortDescription: SarifMessage
  readonly help?: SarifMessage
  readonly defaultConfiguration: { readonly level: SarifLevel }
}

/** Section 3.27. */
export interface SarifResult {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: SarifLevel
  readonly message: SarifMessage
  readonly locations: readonly SarifLocation[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  /** Section 3.35: what is accepted, and by whom. */
  readonly suppressions?: readonly {
    readonly kind: 'external'
    readonly status: 'accepted'
    readonly justification: string
  }[]
  readonly properties?: Readonly<Record<string, unknown>>
}

type SarifLevel = 'error' | 'warning'

interface SarifMessage {
  readonly text: string
}

export interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string }
    readonly region: { readonly startLine: number; readonly startColumn: number }
  }
  readonly logicalLocations?: readonly { readonly fullyQualifiedName: string; readonly kind: string }[]
}
