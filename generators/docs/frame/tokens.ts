/** Type scale, spacing and colours of the site, each set once; every style sheet names them and nothing else. */
export const tokens = `:root {
  color-scheme: light dark;
  --font: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;

  --text-xs: 0.75rem;
  --text-s: 0.8125rem;
  --text-m: 0.9375rem;
  --text-l: 1.125rem;
  --text-xl: 1.375rem;
  --text-xxl: 1.875rem;

  --space-1: 0.25rem;
  --space-2: 0.5rem;
  --space-3: 0.75rem;
  --space-4: 1rem;
  --space-5: 1.5rem;
  --space-6: 2rem;
  --space-7: 3rem;

  --radius: 0.5rem;
  --radius-s: 0.25rem;

  --paper: light-dark(#ffffff, #14161b);
  --surface: light-dark(#f6f7f9, #1b1e25);
  --raised: light-dark(#eceef2, #262a33);
  --line: light-dark(#dfe2e8, #31363f);
  --line-strong: light-dark(#c3c8d2, #474e5b);
  --ink: light-dark(#171a21, #e8eaef);
  --muted: light-dark(#596070, #a2a9b8);
  --accent: light-dark(#3447c4, #a3b1ff);
  --accent-soft: light-dark(#eceefc, #252b4a);
  --send: light-dark(#0b6b53, #62d3ac);
  --send-soft: light-dark(#e2f4ee, #143329);
  --receive: light-dark(#8a4206, #f2b06c);
  --receive-soft: light-dark(#fcefe2, #3a2714);
  --danger: light-dark(#b3202c, #ff9a9a);
  --danger-soft: light-dark(#fdeaeb, #43191d);
  --warn: light-dark(#7a5200, #ecc15c);
  --warn-soft: light-dark(#fbf1d9, #372b10);
  --good: light-dark(#0b6b53, #62d3ac);
  --good-soft: light-dark(#e2f4ee, #143329);
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
`
