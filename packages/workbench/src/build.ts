import { compilePackages } from './build/compile-packages.ts'
import { exitCode } from './exit-code.ts'

/** What `npm run build` makes, in this order: a bundle is made of packages that are compiled. */
const steps: readonly (() => boolean)[] = [compilePackages]

process.exitCode = steps.every((step) => step()) ? exitCode.ok : exitCode.failed
