/** The parts that pages are made of. */
export const componentStyle = `
.title { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2) var(--space-3); }
.subtitle { color: var(--muted); margin: var(--space-1) 0 0; font-size: var(--text-s); }
.lead { font-size: var(--text-l); line-height: 1.5; margin: var(--space-4) 0 0; max-width: 46rem; }
.lead .prose > :last-child { margin-bottom: 0; }
.prose { max-width: 46rem; }
.prose > :last-child { margin-bottom: 0; }
.muted, .none { color: var(--muted); }
.badge { display: inline-block; border-radius: 1rem; padding: 0.05rem 0.6rem; background: var(--raised); color: var(--muted); font-size: var(--text-xs); font-weight: 560; line-height: 1.5; white-space: nowrap; letter-spacing: 0; }
.badge.accent { background: var(--accent-soft); color: var(--accent); }
.badge.danger { background: var(--danger-soft); color: var(--danger); }
.badge.warn { background: var(--warn-soft); color: var(--warn); }
.badge.good { background: var(--good-soft); color: var(--good); }
.badge.send { background: var(--send-soft); color: var(--send); }
.badge.receive { background: var(--receive-soft); color: var(--receive); }
.facts { display: flex; flex-wrap: wrap; gap: 1px; background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); overflow: hidden; margin: var(--space-5) 0 0; }
.facts > div { flex: 1 1 15rem; min-width: min(100%, 15rem); padding: var(--space-3) var(--space-4); box-shadow: 0 0 0 1px var(--line); }
.facts dt { display: flex; align-items: center; gap: var(--space-2); color: var(--muted); font-size: var(--text-xs); font-weight: 560; margin-bottom: var(--space-1); }
.facts dd { margin: 0; font-size: var(--text-s); }
.facts ul { list-style: none; padding: 0; margin: 0; }
.facts + .picture { margin-top: var(--space-4); }
.picture svg { margin: 0 auto; }
.picture + table, .picture + .picture { margin-top: var(--space-5); }
.details { display: grid; grid-template-columns: minmax(8rem, max-content) minmax(0, 1fr); gap: var(--space-2) var(--space-5); font-size: var(--text-s); }
.details dt { color: var(--muted); }
.details dd { margin: 0; }
.note { border-left: 3px solid var(--line-strong); background: var(--surface); padding: var(--space-3) var(--space-4); border-radius: 0 var(--radius) var(--radius) 0; margin: var(--space-4) 0; font-size: var(--text-s); }
.note.warn { border-color: var(--warn); background: var(--warn-soft); }
.note.danger { border-color: var(--danger); background: var(--danger-soft); }
.note.accent { border-color: var(--accent); background: var(--accent-soft); }
.note > :last-child { margin-bottom: 0; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: var(--space-4); list-style: none; padding: 0; }
.cards > li { position: relative; border: 1px solid var(--line); border-radius: var(--radius); padding: var(--space-4); background: var(--surface); font-size: var(--text-s); }
.cards > li:hover { border-color: var(--line-strong); }
.cards h3 { margin: 0 0 var(--space-1); font-size: var(--text-m); }
.cards h3 a { color: var(--ink); text-decoration: none; }
.cards h3 a::after { content: ""; position: absolute; inset: 0; border-radius: var(--radius); }
.cards p { margin: 0 0 var(--space-2); color: var(--muted); }
.cards > li > :last-child { margin-bottom: 0; }
.rows { list-style: none; padding: 0; border-top: 1px solid var(--line); }
.rows > li { display: grid; grid-template-columns: minmax(0, 1fr); padding: var(--space-3) 0; border-bottom: 1px solid var(--line); font-size: var(--text-s); }
.rows > li > div > :last-child { margin-bottom: 0; }
.rows .finding { margin-top: var(--space-3); }
.rows .name { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-1) var(--space-2); font-size: var(--text-m); font-weight: 560; }
.rows > li > p, .rows > li > div:not([class]) > p { margin: 0; color: var(--muted); }
.chips { display: flex; flex-wrap: wrap; gap: var(--space-2); list-style: none; padding: 0; margin: 0; }
.scroll { overflow-x: auto; overflow-wrap: normal; }
.scroll td, .scroll th { max-width: 32rem; }
.code { position: relative; }
.copy { position: absolute; top: var(--space-2); right: var(--space-2); padding: var(--space-1) var(--space-3); border: 1px solid var(--line-strong); border-radius: var(--radius-s); background: var(--paper); color: var(--muted); font-size: var(--text-xs); cursor: pointer; }
.copy:hover { color: var(--ink); border-color: var(--muted); }
figure.sample { margin: 0 0 var(--space-5); }
table + .sample, table + h3, .details + table, .picture + p { margin-top: var(--space-5); }
figcaption { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-3); align-items: baseline; margin-bottom: var(--space-2); font-size: var(--text-s); color: var(--muted); }
figcaption b { color: var(--ink); font-weight: 560; }
details.fold { border: 1px solid var(--line); border-radius: var(--radius); padding: 0 var(--space-4); margin-bottom: var(--space-3); }
details.fold > summary { padding: var(--space-3) 0; font-weight: 560; font-size: var(--text-s); }
details.fold[open] { padding-bottom: var(--space-4); }
@media (max-width: 40rem) {
  .badge { white-space: normal; }
  .details { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .details dd { margin-bottom: var(--space-3); }
  table.stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table.stack, .stack tbody, .stack tr, .stack td { display: block; }
  .stack tr { padding: var(--space-3) 0; border-bottom: 1px solid var(--line); }
  .stack td { padding: 0 0 var(--space-1); border: 0; }
  .stack td:empty { display: none; }
  .stack td > div:only-child { display: inline; }
  .code pre { padding-top: 2.75rem; }
  .stack td[data-label]::before { content: attr(data-label) " "; color: var(--muted); }
}
`
