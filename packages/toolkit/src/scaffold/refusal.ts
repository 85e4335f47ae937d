import type { Place } from '../model/catalog.ts'
import { ContractError, type ContractErrorCode } from '../model/contract-error.ts'

/** The one error that ends a command which lays down files. Nothing has been written then. */
export function refusal(code: ContractErrorCode, message: string, fix: string, place?: Place): ContractError {
  return new ContractError([{ code, message, fix, place }])
}
