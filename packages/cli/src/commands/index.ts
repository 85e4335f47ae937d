import type { Command } from '../command.ts'

/** A command as the list knows it; the rest is loaded when it is called, so that start-up stays short. */
export interface CommandEntry {
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<Command>
}

/** Every command, in the order in which help shows them. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'lint',
    summary: 'Find what is invalid, loses messages or breaks an immutable version',
    load: async () => (await import('./lint.ts')).lintCommand,
  },
  {
    name: 'check',
    summary: 'Decide whether a proposed change may be merged',
    load: async () => (await import('./check.ts')).checkCommand,
  },
  {
    name: 'diff',
    summary: 'Say what one version, file or revision breaks of another',
    load: async () => (await import('./diff.ts')).diffCommand,
  },
  {
    name: 'accept',
    summary: 'Let one finding of the check through until a day',
    load: async () => (await import('./accept.ts')).acceptCommand,
  },
  {
    name: 'compare',
    summary: 'Decide for pairs of schemas whether one includes the other',
    load: async () => (await import('./compare.ts')).compareCommand,
  },
  {
    name: 'generate',
    summary: 'Generate typed clients and other targets from the contracts',
    load: async () => (await import('./generate.ts')).generateCommand,
  },
  {
    name: 'docs',
    summary: 'Generate the documentation site',
    load: async () => (await import('./docs.ts')).docsCommand,
  },
  {
    name: 'init',
    summary: 'Lay down a new repository of contracts',
    load: async () => (await import('./init.ts')).initCommand,
  },
  {
    name: 'new',
    summary: 'Add an event, a version or a service',
    load: async () => (await import('./new.ts')).newCommand,
  },
]
