import { createHash } from 'node:crypto'

/** Sets the theme that was chosen before anything is drawn; the rest of the scripts can wait. */
export const themeScript: string =
  "try{document.documentElement.dataset.theme=localStorage.getItem('theme')||''}catch{}"

/**
 * Nothing runs and nothing loads but the site's own files and {@link themeScript}: what a contract says is shown, never
 * obeyed (Content Security Policy Level 3).
 */
export const contentSecurityPolicy: string = [
  "default-src 'none'",
  "style-src 'self'",
  `script-src 'self' '${hashSource(themeScript)}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

function hashSource(script: string): string {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`
}
