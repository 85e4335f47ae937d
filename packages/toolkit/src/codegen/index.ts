export { generate, isInStep } from './generate.ts'
export type { FileChange, GenerateRequest, GenerateResult } from './generate.ts'
export type {
  GeneratedFile,
  Generator,
  GeneratorOption,
  GeneratorOptions,
  GeneratorUnit,
} from './generator.ts'
