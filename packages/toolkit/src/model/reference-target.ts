import { posix } from 'node:path'
import type { ContractErrorCode } from './contract-error.ts'

/** A `$ref` and the file it stands in. */
export interface Reference {
  readonly file: string
  readonly ref: string
}

/** What a `$ref` names, before anything is read: a file of the repository or an identifier with a scheme. */
export type ReferenceTarget =
  | { readonly kind: 'file'; readonly path: string; readonly fragment: string }
  | { readonly kind: 'uri'; readonly uri: string; readonly fragment: string }

/** Why a `$ref` leads nowhere. */
export interface ReferenceFailure {
  readonly code: ContractErrorCode
  /** The reference at fault: the one that was followed, or a later one of its chain. */
  readonly reference: Reference
  readonly message: string
  readonly fix: string
}

/**
 * Splits a `$ref`. Paths are relative to the file's folder, whatever `$id` the file states, and never leave the root;
 * fragments come percent-decoded (RFC 6901, section 6).
 */
export function referenceTarget(reference: Reference): ReferenceTarget | ReferenceFailure {
  const { file, ref } = reference
  const hash = ref.indexOf('#')
  const address = hash < 0 ? ref : ref.slice(0, hash)
  const fragment = percentDecode(hash < 0 ? '' : ref.slice(hash + 1))
  if (fragment === undefined) return badEncoding(reference)
  if (address === '') return { kind: 'file', path: file, fragment }
  if (/^(?:\/\/|[A-Za-z][A-Za-z0-9+.-]+:)/.test(address)) return { kind: 'uri', uri: address, fragment }
  const relative = percentDecode(address)
  if (relative === undefined || relative.includes('\0')) return badEncoding(reference)
  if (/^(?:\/|\\|[A-Za-z]:)/.test(relative)) return outsideRoot(reference)
  const path = posix.join(posix.dirname(file), relative)
  return path === '..' || path.startsWith('../') ? outsideRoot(reference) : { kind: 'file', path, fragment }
}

function percentDecode(text: string): string | undefined {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function badEncoding(reference: Reference): ReferenceFailure {
  return {
    code: 'dangling-reference',
    reference,
    message: `The reference ${JSON.stringify(reference.ref)} is not a valid URI reference.`,
    fix: 'Percent-encode its special characters: % as %25.',
  }
}

/** The failure of a reference to a file that is not part of the repository. */
export function outsideRoot(reference: Reference): ReferenceFailure {
  return {
    code: 'reference-outside-root',
    reference,
    message: `The reference ${JSON.stringify(reference.ref)} leaves the root of the contracts.`,
    fix: 'Move the file under the root and refer to it by a relative path.',
  }
}
