import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { GeneratedFile } from '@concordat/toolkit/codegen'

const repository = fileURLToPath(new URL('../../../', import.meta.url))

/** A temporary folder of generated files that imports the packages of this repository; whoever asks for it removes it. */
export function writeGenerated(files: readonly GeneratedFile[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-generated-'))
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  const options = { extends: join(repository, 'tsconfig.base.json'), compilerOptions: { noEmit: true } }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options))
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** Runs a module in a process of its own; what it printed. */
export async function runModule(script: string): Promise<string> {
  const options = ['-C', '@concordat/source', '--input-type=module', '-e', script]
  const { stdout } = await promisify(execFile)(process.execPath, options)
  return stdout.trim()
}
