import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

import { commandLineProblem } from '../docs/command-line-problem.ts'
import { repositoryRoot } from '../repository-root.ts'

function read(path: string): unknown {
  return parse(readFileSync(join(repositoryRoot, path), 'utf8'))
}

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
  readonly with?: Readonly<Record<string, unknown>>
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string }>>
  readonly outputs: Readonly<Record<string, { readonly value: string }>>
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>
}

const action = read('action.yml') as Action
const workflow = read('.github/workflows/contracts.yml') as Workflow
const workflowSteps = Object.values(workflow.jobs).flatMap(({ steps }) => steps)

describe('action.yml', () => {
  const [step] = action.runs.steps

  it('hands every input over in the environment, and none in a command line', () => {
    const handed = Object.values(step?.env ?? {})
    expect(handed).toEqual(Object.keys(action.inputs).map((name) => `\${{ inputs.${name} }}`))
    for (const { run } of action.runs.steps) expect(run).not.toContain('${{')
  })

  it('starts what is there', () => {
    expect(step?.run).toContain('packages/workbench/bootstrap.mjs" github-action')
    expect(statSync(join(repositoryRoot, 'packages/workbench/src/github-action.ts')).isFile()).toBe(true)
  })

  it('reads only outputs that the step writes', () => {
    const written = ['verdict', 'report', 'markdown', 'sarif']
    expect(Object.entries(action.outputs).map(([name, { value }]) => [name, value])).toEqual(
      written.map((name) => [name, `\${{ steps.check.outputs.${name} }}`]),
    )
  })
})

describe('the workflow of this repository', () => {
  it('checks itself with its own action, over the whole history', () => {
    expect(workflowSteps.map(({ uses }) => uses?.split('@')[0])).toEqual([
      'actions/checkout',
      'actions/setup-node',
      './',
    ])
    expect(workflowSteps[0]?.with).toMatchObject({ 'fetch-depth': 0, 'persist-credentials': false })
  })

  it('gives no permission to everything, and pins what others write to a commit', () => {
    expect(workflow.permissions).toEqual({})
    const others = workflowSteps.flatMap(({ uses }) => (uses === undefined || uses === './' ? [] : uses))
    for (const uses of others) expect(uses).toMatch(/@[0-9a-f]{40}$/)
  })
})

describe('templates/gitlab-ci.yml', () => {
  interface Job {
    readonly variables: Readonly<Record<string, string>>
    readonly script: readonly string[]
    readonly artifacts: {
      readonly paths: readonly string[]
      readonly reports: Readonly<Record<string, string>>
    }
  }
  const job = (read('templates/gitlab-ci.yml') as Readonly<Record<string, Job>>)['.concordat-check']
  const [script = ''] = job?.script ?? []

  it('runs a command line that exists, over the whole history', async () => {
    const line = script.replace('$CONCORDAT_COMMAND', 'concordat').replaceAll('"', '')
    expect(await commandLineProblem(line)).toBeUndefined()
    expect(job?.variables['GIT_DEPTH']).toBe('0')
  })

  it('keeps every file that the check writes', () => {
    const written = [...script.matchAll(/--output \w+=(\S+)/g)].map(([, file]) => file)
    const kept = [...(job?.artifacts.paths ?? []), ...Object.values(job?.artifacts.reports ?? {})]
    expect(new Set(written)).toEqual(new Set(kept))
  })
})

describe('.pre-commit-hooks.yaml', () => {
  it('names a script that can be executed', () => {
    const [hook] = read('.pre-commit-hooks.yaml') as readonly {
      readonly id: string
      readonly entry: string
    }[]
    expect(hook?.id).toBe('concordat-check')
    expect(statSync(join(repositoryRoot, hook?.entry ?? '')).mode & 0o111).toBe(0o111)
  })
})
