/** The search dialog. */
export const searchStyle = `
dialog.search { width: min(40rem, calc(100vw - 2rem)); margin: 10vh auto auto; padding: 0; border: 1px solid var(--line-strong); border-radius: calc(var(--radius) * 1.5); background: var(--paper); color: var(--ink); box-shadow: 0 1rem 3rem rgb(0 0 0 / 0.3); overflow: hidden; }
dialog.search::backdrop { background: rgb(10 12 16 / 0.5); }
.search input { width: 100%; border: 0; border-bottom: 1px solid var(--line); padding: var(--space-4) var(--space-5); background: none; font-size: var(--text-l); outline: none; }
.search input::placeholder { color: var(--muted); opacity: 1; }
.search .status { margin: 0; padding: 0 var(--space-5); color: var(--muted); font-size: var(--text-xs); }
.search .status:not(:empty) { padding-top: var(--space-3); }
.search [role="listbox"] { padding: var(--space-2); max-height: 50vh; overflow-y: auto; }
.search [role="option"] { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 var(--space-3); padding: var(--space-2) var(--space-3); border-radius: var(--radius); color: inherit; text-decoration: none; }
.search [role="option"] b { font-weight: 560; }
.search [role="option"] small { grid-column: 1; color: var(--muted); font-size: var(--text-xs); }
.search [role="option"] i { grid-column: 2; grid-row: 1 / span 2; align-self: center; font-style: normal; font-size: var(--text-xs); color: var(--muted); }
.search [role="option"]:hover { background: var(--surface); }
.search [role="option"][aria-selected="true"] { background: var(--accent-soft); }
.search .keys { margin: 0; padding: var(--space-2) var(--space-5); border-top: 1px solid var(--line); color: var(--muted); font-size: var(--text-xs); }
`
