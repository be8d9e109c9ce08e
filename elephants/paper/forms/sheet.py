"""How the web page looks: the colours and the calm of the paper (LOOK.md), light, dark and printed."""

from __future__ import annotations

SHEET = """
:root { color-scheme: light dark; --paper: #FBF8F3; --ink: #1F2A32; --slate: #4A5A66; --plum: #6B3F73;
  --line: #8A8377; --hair: #DDD5C8; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #141B20; --ink: #F4EFE6; --slate: #B3C0C9; --plum: #D3A6DB; --line: #7A8791; --hair: #33404A; } }
body { margin: 0 auto; padding: 1.5rem; max-width: 42rem; background: var(--paper); color: var(--ink);
  font: 1.125rem/1.5 "Atkinson Hyperlegible", Verdana, sans-serif; overflow-wrap: anywhere; }
body.outcome { font-size: 1.375rem; }
header p, footer p { color: var(--slate); font-size: 1rem; }
header strong { color: var(--ink); }
header span { margin-inline-start: .75rem; }
p.draft { display: inline-block; margin: 0; padding: .25rem .75rem; border: 2px solid; border-radius: 8px;
  color: var(--ink); font-weight: bold; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2rem 0 .5rem; }
h1 { font-size: 1.75em; margin-top: 1rem; } h2 { font-size: 1.35em; } h3 { font-size: 1.15em; } h4 { font-size: 1em; }
p, ul { margin: .5rem 0; }
.lead { font-size: 1.1em; }
.quiet { color: var(--slate); }
.added { color: var(--plum); }
div.added { border-inline-start: 5px solid; padding-inline-start: 1rem; margin: 1rem 0; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; margin: .5rem 0; }
th, td { text-align: start; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--hair); }
.row { display: flex; gap: 1.25rem; align-items: center; margin: 1rem 0; }
.row > div { flex: 1; min-width: 0; color: var(--ink); }
.row svg { flex: none; width: 5rem; height: 5rem; }
.row.big svg { width: 7rem; height: 7rem; }
.boxed { border: 2px solid var(--line); border-radius: 10px; padding: .5rem 1.25rem; margin: 2rem 0 1rem; }
.line { height: 3rem; border-bottom: 2px solid var(--line); }
.boxed h2, .boxed h3, .boxed h4 { margin-top: .75rem; }
@media print { body { background: none; } .row, .boxed, tr { break-inside: avoid; } }
"""
