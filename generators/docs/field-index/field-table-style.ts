/** Style of `fieldTable`, over the tokens of the site. */
export const fieldTableStyle = `
.fields { list-style: none; padding: 0; font-size: var(--text-s); }
.fields > li { padding: var(--space-3) 0; border-top: 1px solid var(--line); }
.fields ul { margin: 0; padding-left: 1.25em; }
.field-name { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--space-1) var(--space-2); margin: 0 0 var(--space-1); }
.field-name code { font-size: var(--text-m); font-weight: 600; }
.field-side { color: var(--muted); }
`
