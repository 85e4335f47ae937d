/**
 * Nothing runs and nothing loads but the site's own files: what a contract says is shown, never obeyed (Content Security
 * Policy Level 3). Browsers take the files of one folder on disk for one site.
 */
export const contentSecurityPolicy: string = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
