import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { cloneName } from './folders.ts'
import { repositoryRoot } from '../repository-root.ts'
import { findProgram } from './find-program.ts'
import { runStep, type Steps } from './run-step.ts'
import type { ServiceName } from './service-name.ts'

/** Whether a Docker engine answers and its client knows Compose; a client alone is not enough. */
export function composeAnswers(): boolean {
  if (findProgram('docker') === undefined) return false
  return [['info'], ['compose', 'version']].every(
    (command) => spawnSync('docker', command, { stdio: 'ignore', timeout: 10_000 }).status === 0,
  )
}

/** Starts one service of compose.yaml on a port of this machine, and waits until its container is healthy. */
export async function composeUp(
  steps: Steps,
  service: ServiceName,
  port: number,
  password: string,
): Promise<void> {
  await runStep(steps, {
    what: 'starting a container (docker compose)',
    command: 'docker',
    arguments: [...project, 'up', '--detach', '--wait', service],
    environment: {
      CONCORDAT_PASSWORD: password,
      [`CONCORDAT_${service.toUpperCase()}_PORT`]: `${port}`,
    },
  })
}

/** Stops one service's container and removes it with its data. */
export async function composeDown(steps: Steps, service: ServiceName): Promise<void> {
  await runStep(steps, {
    what: 'stopping the container (docker compose)',
    command: 'docker',
    arguments: [...project, 'rm', '--stop', '--force', '--volumes', service],
  })
}

/** Compose names containers for the project, so each clone has its own; it allows only lower case. */
const projectName = `concordat-${cloneName.toLowerCase().replace(/[^a-z0-9_-]/g, '-')}`

const project = ['compose', '--project-name', projectName, '--file', join(repositoryRoot, 'compose.yaml')]
