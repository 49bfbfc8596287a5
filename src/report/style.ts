/** CSS of a report beyond that of every page. */
export const REPORT_STYLE = `body > header { border: 0; }
.eyebrow { margin: 0 0 0.75rem; color: var(--quiet); font-size: 0.875rem; }
.eyebrow b { color: var(--ink); font-weight: 650; }
h1 .aside { color: var(--quiet); font-weight: 400; white-space: nowrap; }
.lede { font-size: 1.125rem; line-height: 1.5; margin-top: 1rem; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.35rem 1.25rem; margin-top: 1.25rem; }
.facts dt { color: var(--quiet); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; padding: 0; margin: 2rem 0 0; list-style: none; font-size: 0.9375rem; }
.narrow { display: none; }
details { margin-top: 1rem; }
details .scroll { margin-top: 0.5rem; }
summary { font-size: 0.9375rem; font-weight: 500; color: var(--accent); }
section > .scroll { margin-top: 2rem; }
.heat { display: block; padding: 0.3rem 0.4rem; background: color-mix(in srgb, var(--accent) calc(var(--heat) * 45%), transparent); }
.heat small { display: block; font-size: 0.75rem; color: inherit; }
.ledger table { font-size: 0.8125rem; }
.ledger td, .ledger th { min-width: 6rem; }
.ledger td:last-child { white-space: nowrap; }
.ledger td:nth-child(3) { overflow-wrap: anywhere; min-width: 11rem; }
@media (max-width: 36rem) {
  h1 .aside { white-space: normal; }
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin-bottom: 0.6rem; }
  .lede { font-size: 1.0625rem; }
  .wide { display: none; }
  .narrow { display: block; }
}
@media print {
  nav { display: none; }
  .wide { display: block; }
  .narrow { display: none; }
  h1 { font-size: 17pt; }
  .lede { font-size: 11pt; }
  summary { color: inherit; }
  .ledger table { font-size: 7pt; }
  .ledger td, .ledger th { min-width: 0; }
  .ledger td:nth-child(3) { overflow-wrap: anywhere; }
  summary { list-style: none; }
}`;
