import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

/** SQLite's result code for "another connection holds the lock" (https://sqlite.org/rescode.html#busy). */
const busy = 5

/**
 * Does `work` while no other process does work under the same lock file; calls `onWait` once where it has to wait.
 * The lock is SQLite's own on a database that stays empty, so the system frees it when its holder dies, however it dies.
 */
export async function withLock<T>(file: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), { recursive: true })
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    for (let tries = 0; !acquire(database); tries += 1) {
      if (tries === 0) onWait()
      await sleep(100)
    }
    return await work()
  } finally {
    database.close()
  }
}

function acquire(database: DatabaseSync): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if ((error as { errcode?: number }).errcode === busy) return false
    throw error
  }
}
