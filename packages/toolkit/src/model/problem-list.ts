import type { Node, Place } from './catalog.ts'
import { ContractError, type ContractErrorCode, type ContractProblem } from './contract-error.ts'

/** Gathers everything that is wrong, so that a user sees all of it at once. */
export class ProblemList {
  readonly #problems: ContractProblem[] = []
  readonly #locate: (node: { readonly file: string; readonly pointer: string }) => Place

  constructor(locate: (node: { readonly file: string; readonly pointer: string }) => Place) {
    this.#locate = locate
  }

  add(problem: ContractProblem): void {
    this.#problems.push(problem)
  }

  at(node: Pick<Node, 'file' | 'pointer'>, code: ContractErrorCode, message: string, fix: string): void {
    this.#problems.push({ code, message, fix, place: this.#locate(node) })
  }

  /** @throws ContractError where anything was added */
  throwIfAny(): void {
    const [first, ...rest] = this.#problems
    if (first !== undefined) throw new ContractError([first, ...rest])
  }
}
