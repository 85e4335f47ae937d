/** Style of changes between versions, over the tokens of the site. */
export const versionsStyle = `
[data-part] > h3:first-child { margin-top: var(--space-3); }
.changelog { list-style: none; padding: 0; }
.changelog > li { padding: var(--space-4) 0; border-top: 1px solid var(--line); }
.changelog > li:target { background: var(--accent-soft); box-shadow: 0 0 0 var(--space-3) var(--accent-soft); }
.diff { font-size: var(--text-s); }
.diff p { margin: 0 0 var(--space-2); }
.finding-line { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--space-1) var(--space-2); }
.diff-changes { list-style: none; padding: 0; margin: 0 0 var(--space-4); }
.diff-changes > li { display: flex; gap: var(--space-2); padding: var(--space-1) var(--space-2); border-left: 3px solid var(--line-strong); margin-bottom: 2px; background: var(--surface); }
.diff-changes > li > div { min-width: 0; }
.diff-changes .added { border-color: var(--good); background: var(--good-soft); }
.diff-changes .removed { border-color: var(--danger); background: var(--danger-soft); }
.diff-changes ul { margin: 0; }
.diff-sign { font-family: var(--mono); width: 1ch; flex: none; }
.diff-where { font-weight: 560; }
.finding { border: 1px solid var(--line); border-left: 3px solid var(--warn); border-radius: 0 var(--radius) var(--radius) 0; padding: var(--space-3) var(--space-4); margin: 0 0 var(--space-3); }
.finding.breaking { border-left-color: var(--danger); }
.finding > :last-child { margin-bottom: 0; }
.finding details { margin-bottom: var(--space-2); }
.finding summary { color: var(--accent); width: fit-content; }
`
