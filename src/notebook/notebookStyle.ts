import { darkChartColours } from '../plot/index.ts';

const darkColours = Object.entries(darkChartColours())
  .map(([name, colour]) => `${name}: ${colour};`)
  .join(' ');

/** CSS of notebooks beyond that of every page. */
export const NOTEBOOK_STYLE = `:root {
  --word: #8250a8;
  --literal: #0a6048;
  --name: #0b5a8f;
  --comment: #5b6168;
}
@media (prefers-color-scheme: dark) {
  :root { --word: #cfa6f0; --literal: #8fd6b4; --name: #8cc7f2; --comment: #a2a9b1; }
}
@media screen and (prefers-color-scheme: dark) {
  :root { ${darkColours} }
}
@media print {
  :root { --word: #333333; --literal: #333333; --name: #000000; --comment: #555555; }
}
body > header, body > main, body > footer { max-width: 58rem; }
body > main { margin-top: 1.25rem; }
.cell { margin-top: 1.75rem; }
main > .cell:first-child { margin-top: 0; }
.cell > h2:first-child { margin-top: 2.5rem; }
.cell > h1:first-child { margin-top: 0; }
.code { border-left: 3px solid var(--rule); margin-top: 0; font-size: 0.8125rem; }
.code code { font-size: inherit; }
.failed > .code { border-left-color: var(--fail-ink); }
.idle > .code { background: none; }
.output { margin-top: 0.6rem; padding-left: 1rem; }
.output pre { background: none; padding: 0; font-size: 0.8125rem; line-height: 1.35; }
.output pre.error { color: var(--fail-ink); }
.output figure, .output > .scroll { margin-top: 1rem; max-width: 52rem; }
.picture { margin-top: 0; }
.narrow { display: none; }
.label { margin: 0.4rem 0 0; color: var(--quiet); font-size: 0.8125rem; }
.failure { font-weight: 600; white-space: pre-wrap; }
.hljs-keyword, .hljs-built_in, .hljs-type, .hljs-variable.language_ { color: var(--word); }
.hljs-string, .hljs-number, .hljs-literal, .hljs-regexp { color: var(--literal); }
.hljs-title, .hljs-attr, .hljs-property { color: var(--name); }
.hljs-comment { color: var(--comment); }
.hashes code { font-size: 0.75rem; overflow-wrap: anywhere; }
@media (max-width: 36rem) {
  .output { padding-left: 0; }
  .wide { display: none; }
  .narrow { display: block; }
  .picture svg { min-width: 34rem; }
}
@media print {
  .wide { display: block; }
  .narrow { display: none; }
  .cell { break-inside: auto; }
  .code { white-space: pre-wrap; }
}`;
