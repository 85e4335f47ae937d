import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ContractError } from '@concordat/toolkit/model'
import type { GateReport, ReportFormat } from '@concordat/toolkit/gate'
import { UsageError } from './command.ts'
import { formatReport, reportFormats } from './report-formats.ts'

/** A file that a report is written to. */
export interface ReportOutput {
  readonly format: ReportFormat
  /** Absolute. */
  readonly file: string
}

/**
 * Reads the values of `--output`: `FORMAT=FILE`, or `FILE` alone where its name tells the format.
 *
 * @throws UsageError for a format that there is not, a name that tells none, and a file that is named twice
 */
export function parseOutputs(values: readonly string[]): readonly ReportOutput[] {
  const outputs = values.map(parseOutput)
  const twice = outputs.find(({ file }, index) =>
    outputs.slice(0, index).some((other) => other.file === file),
  )
  if (twice !== undefined) throw new UsageError(`--output names ${twice.file} twice.`)
  return outputs
}

function parseOutput(value: string): ReportOutput {
  const [, name, path = value] = /^([a-z]+)=(.+)$/s.exec(value) ?? []
  if (path === '') throw new UsageError('--output needs the name of a file.')
  const format = name === undefined ? formatOf(path) : reportFormats.find((format) => format.name === name)
  const names = reportFormats.map((each) => each.name).join(', ')
  if (format !== undefined) return { format, file: resolve(path) }
  throw new UsageError(
    name === undefined
      ? `The name ${JSON.stringify(path)} does not tell the format; write --output FORMAT=FILE with one of ${names}.`
      : `--output knows no format ${JSON.stringify(name)}, only ${names}.`,
  )
}

function formatOf(path: string): ReportFormat | undefined {
  const name = path.toLowerCase()
  const endings = reportFormats.flatMap((format) => format.endings.map((ending) => ({ ending, format })))
  // `.sarif.json` says more than `.json`.
  const found = endings.toSorted((a, b) => b.ending.length - a.ending.length)
  return found.find(({ ending }) => name.endsWith(ending))?.format
}

/**
 * @param root of the contracts that the report is about
 * @throws ContractError `unwritable`
 */
export function writeOutputs(outputs: readonly ReportOutput[], report: GateReport, root: string): void {
  for (const { format, file } of outputs) {
    try {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, formatReport(format, report, root))
    } catch (cause) {
      const message = `Cannot write ${file}: ${cause instanceof Error ? cause.message : String(cause)}`
      const fix = 'Name a file that can be written.'
      throw new ContractError([{ code: 'unwritable', message, fix, place: undefined }], { cause })
    }
  }
}
