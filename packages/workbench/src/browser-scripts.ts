import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { browserScriptsFile, printBrowserScripts } from './browser-scripts/print-browser-scripts.ts'
import { repositoryRoot } from './repository-root.ts'

// Writes what generators/docs/browser compiles to; a test says when that is due.
writeFileSync(join(repositoryRoot, browserScriptsFile), await printBrowserScripts())
