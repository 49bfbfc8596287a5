import { darkChartColours } from '../plot/standalone.ts';

const DARK_CHARTS = Object.entries(darkChartColours())
  .map(([name, colour]) => `    ${name}: ${colour};`)
  .join('\n');

/** CSS of every page: quiet type on one measure, rules instead of boxes, light, dark and print. */
export const STYLE = `:root {
  color-scheme: light dark;
  --paper: #ffffff;
  --ink: #1b1f24;
  --quiet: #565b61;
  --rule: #d9dcdf;
  --wash: #f4f5f6;
  --edge: #a9afb6;
  --accent: #0b5a8f;
  --warn-ink: #6b2c00;
  --warn-wash: #fff1e2;
  --warn-rule: #d9822b;
  --fail-ink: #8f1220;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #15181c;
    --ink: #e8eaed;
    --quiet: #a2a9b1;
    --rule: #373c42;
    --wash: #1e2125;
    --edge: #6a727b;
    --accent: #7cc0f0;
    --warn-ink: #ffd5ad;
    --warn-wash: #38250f;
    --warn-rule: #d9822b;
    --fail-ink: #ff9aa4;
${DARK_CHARTS}
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  padding: 2.5rem 1.25rem 4rem;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif;
  overflow-wrap: break-word;
}
body > header, body > main, body > footer { max-width: 52rem; margin-inline: auto; }
p, li, dd { text-wrap: pretty; }
main p, main ul, main ol, header p, footer p { max-width: 44rem; }
main:focus { outline: none; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; margin: 0; }
h1 { font-size: 1.9rem; font-weight: 650; letter-spacing: -0.012em; }
h2 { font-size: 1.3rem; font-weight: 650; margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
h3 { font-size: 1.05rem; font-weight: 650; margin-top: 2.25rem; }
p, ul, ol, dl, figure, pre, blockquote, details { margin: 0.85rem 0 0; }
ul, ol { padding-left: 1.25rem; }
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
small, .quiet, .note { color: var(--quiet); }
.note, small { font-size: 0.875rem; }
.skip { position: absolute; left: -100vw; top: 0; padding: 0.5rem 1rem; background: var(--paper); }
.skip:focus { left: 0; }
code, pre, kbd { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace; font-size: 0.875em; }
code { overflow-wrap: anywhere; }
pre { padding: 0.75rem 1rem; background: var(--wash); overflow-x: auto; line-height: 1.5; }
pre code { font-size: inherit; overflow-wrap: normal; }
blockquote { padding-left: 1rem; border-left: 3px solid var(--rule); color: var(--quiet); }
figure { margin-top: 2.25rem; }
figcaption { font-weight: 600; margin-bottom: 0.6rem; text-wrap: balance; }
figure svg { display: block; width: 100%; max-width: 100%; height: auto; overflow: visible; }
img { max-width: 100%; height: auto; }
.scroll { overflow-x: auto; margin-top: 1.25rem; }
/* What goes on to the right casts a shadow there. */
@media screen {
  .scroll {
    background:
      linear-gradient(90deg, var(--paper) 40%, transparent) left / 3rem 100% no-repeat local,
      linear-gradient(270deg, var(--paper) 40%, transparent) right / 3rem 100% no-repeat local,
      linear-gradient(90deg, var(--edge), transparent) left / 0.9rem 100% no-repeat scroll,
      linear-gradient(270deg, var(--edge), transparent) right / 0.9rem 100% no-repeat scroll;
  }
}
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; font-size: 1rem; padding: 0 0 0.5rem; }
caption > span { display: block; position: sticky; left: 0; max-width: min(100%, calc(100vw - 2.5rem)); text-wrap: balance; }
th, td { padding: 0.4rem 0.9rem 0.4rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--quiet); font-weight: 500; vertical-align: bottom; border-bottom-color: var(--quiet); }
tbody th { font-weight: 500; min-width: 9.5rem; }
.end { text-align: right; }
td.end, tbody th.end { white-space: nowrap; }
.interval { display: block; color: var(--quiet); font-size: 0.86em; font-weight: 400; white-space: normal; }
/* Tables of many columns go beyond the lines of text, as far as the window does, and break what does not fit. */
.broad { --breadth: max(100%, min(100vw - 5rem, 75rem)); width: var(--breadth); margin-left: calc((100% - var(--breadth)) / 2); }
.many th, .many td { padding-right: 0.6rem; }
.many td.end, .many tbody th.end { white-space: normal; }
.many td:not(.end) { overflow-wrap: anywhere; min-width: 6rem; }
summary { cursor: pointer; font-weight: 600; padding: 0.35rem 0; }
.warning { padding: 0.75rem 1rem; background: var(--warn-wash); color: var(--warn-ink); border-left: 4px solid var(--warn-rule); }
.warning > :first-child { margin-top: 0; }
.failure { color: var(--fail-ink); }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: 0.875rem; }
@media (max-width: 30rem) {
  body { padding-inline: 1rem; padding-top: 1.5rem; }
  h1 { font-size: 1.5rem; }
  caption > span { max-width: calc(100vw - 2rem); }
  tbody th { position: sticky; left: 0; max-width: 8rem; min-width: 7rem; background: var(--paper); }
}
@media screen and (max-width: 36rem) {
  table.blocks, table.blocks tbody, table.blocks caption { display: block; }
  table.blocks thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  table.blocks tr { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0.25rem 0.6rem; padding: 0.5rem 0; border-bottom: 1px solid var(--rule); }
  table.blocks tr > * { border: 0; padding: 0; text-align: left; white-space: normal; }
  table.blocks tbody th { grid-column: 1 / -1; position: static; max-width: none; font-weight: 600; }
  table.blocks tr > :nth-child(n + 5) { grid-column: 1 / -1; display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.6rem; }
  table.blocks td::before { content: attr(data-of); content: attr(data-of) / ''; display: block; color: var(--quiet); font-size: 0.86em; }
}
@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff;
    --ink: #000000;
    --quiet: #444444;
    --rule: #bbbbbb;
    --wash: #f4f5f6;
    --accent: #000000;
    --warn-ink: #000000;
    --warn-wash: #ffffff;
    --fail-ink: #000000;
  }
  @page { margin: 18mm 16mm; }
  body { padding: 0; font-size: 10pt; }
  body > header, body > main, body > footer { max-width: none; }
  .skip { display: none; }
  h1, h2, h3, figcaption, caption, summary { break-after: avoid; }
  figure, tr, .warning { break-inside: avoid; }
  .scroll { overflow: visible; }
  table { font-size: 8pt; }
  th, td { padding-right: 0.5rem; }
  .many { font-size: 6pt; }
  .many th, .many td, .many td:not(.end) { min-width: 0; padding-right: 0.3rem; }
  .broad { width: auto; margin-left: 0; }
  thead { display: table-header-group; }
  caption > span { max-width: none; }
  pre { white-space: pre-wrap; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
}`;
