import type { Json } from '../../model/catalog.ts'
import type { Budget } from '../budget.ts'
import { sameJson } from './same-json.ts'

interface Listing {
  readonly scalars: ReadonlySet<Json>
  readonly others: readonly Json[]
}

const listings = new WeakMap<readonly Json[], Listing>()

/** Whether a value is equal to one of a list (`enum`); a list is sorted out when it is first asked about. */
export function isListed(value: Json, members: readonly Json[], budget: Budget): boolean {
  let listing = listings.get(members)
  if (listing === undefined) {
    budget.spend(members.length >> 4)
    listing = {
      scalars: new Set(members.filter(isScalar)),
      others: members.filter((member) => !isScalar(member)),
    }
    listings.set(members, listing)
  }
  if (isScalar(value)) return listing.scalars.has(value)
  budget.spend(listing.others.length >> 3)
  return listing.others.some((member) => sameJson(member, value))
}

function isScalar(value: Json): boolean {
  return typeof value !== 'object' || value === null
}
