export { decideBothWays, decideInclusion } from './decide-inclusion.ts'
export type { BothWays, InclusionOptions } from './decide-inclusion.ts'
export type { Verdict } from './verdict.ts'
