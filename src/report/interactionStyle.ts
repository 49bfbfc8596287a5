import { SLIDER_STYLE } from '../page/sliderStyle.ts';

/** CSS of what the script of a report adds; none of it is on paper. */
export const INTERACTION_STYLE = `${SLIDER_STYLE}
.controls { margin-top: 0.6rem; }
.controls[hidden] { display: none; }
.controls label, label.controls { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 0.4rem; margin: 0 1rem 0.35rem 0; max-width: calc(100% - 1rem); font-size: 0.9375rem; }
.controls select { min-width: 0; }
.chooser { margin-top: 2.25rem; }
.chooser > strong { display: block; margin-bottom: 0.6rem; font-weight: 600; }
.controls select, .controls input:not([type='range']), .ledger th button { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: 4px; padding: 0.2rem 0.5rem; min-height: 2rem; max-width: 100%; }
figure .slider { --from: var(--wide-from); --to: var(--wide-to); }
.reading { margin: 0.25rem 0 0; min-height: 1.6em; max-width: none; font-variant-numeric: tabular-nums; font-size: 0.9375rem; }
.reads { cursor: crosshair; touch-action: pan-y; }
.rule { stroke: var(--accent); stroke-width: 1.5; pointer-events: none; vector-effect: non-scaling-stroke; }
.curve { margin-top: 0.75rem; height: 9rem; border: 1px solid var(--rule); border-left-color: var(--quiet); border-bottom-color: var(--quiet); }
.curve svg { display: block; width: 100%; height: 100%; }
.curve polyline { fill: none; stroke: var(--accent); stroke-width: 2; vector-effect: non-scaling-stroke; }
.ends { display: flex; justify-content: space-between; gap: 0.5rem; margin: 0; max-width: none; }
.ledger th button { border: 0; padding: 0; min-height: 1.6rem; text-align: left; cursor: pointer; color: var(--accent); }
.ledger th[aria-sort='ascending'] button::after { content: ' ▴'; }
.ledger th[aria-sort='descending'] button::after { content: ' ▾'; }
@media (max-width: 36rem) {
  .reading { min-height: 4.7em; }
  figure .slider { --from: var(--narrow-from); --to: var(--narrow-to); }
}
@media print {
  .controls, label.controls, .reading, .rule { display: none !important; }
  /* On paper all is there, whatever was filtered on the screen. */
  tr[hidden] { display: table-row !important; }
  .ledger th button { color: inherit; }
  .ledger th button::after { content: '' !important; }
}`;
