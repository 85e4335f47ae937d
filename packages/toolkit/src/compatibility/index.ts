export { decideInclusion } from './decide-inclusion.ts'
export type { InclusionOptions } from './decide-inclusion.ts'
export type { Verdict } from './verdict.ts'
