/** Thrown when a decision has taken all the steps it may take: the answer is then "undecided", never a guess. */
export class BudgetExceeded extends Error {
  override readonly name = 'BudgetExceeded'
  /** What took the steps, where that is known. */
  readonly place: Place | undefined

  constructor(message: string, place?: Place) {
    super(message)
    this.place = place
  }
}

/** A keyword of a schema, by JSON Pointer to the schema. */
export interface Place {
  readonly keyword: string
  readonly at: string
}

/** Steps that a decision may still take. Counted, not timed, so that the same question always gets the same answer. */
export interface Budget {
  /** Takes steps from what is left; throws {@link BudgetExceeded} when there are not that many. */
  spend(steps?: number): void
}

/** A budget that one attempt after another is given steps of. */
export interface RefillableBudget extends Budget {
  /** Leaves so many steps, whatever is left of earlier ones. */
  refill(steps: number): void
}

/** Opens a budget of so many steps. */
export function openBudget(steps: number): RefillableBudget {
  let given = steps
  let left = steps
  return {
    spend(taken = 1) {
      left -= taken
      if (left < 0) throw new BudgetExceeded(`not decided within ${given} steps`)
    },
    refill(more) {
      given = more
      left = more
    },
  }
}
