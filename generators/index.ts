import type { Generator } from '@concordat/toolkit/codegen'
import { createDocsGenerator } from './docs/docs-generator.ts'
import { typescript } from './typescript/target.ts'

/** Every target that `concordat generate` knows, in the order of its help. */
export const generators: readonly Generator[] = [typescript, createDocsGenerator({})]

export { createDocsGenerator }
