/**
 * CSS of a slider whose thumb stands below what it means in the picture above it: between `--from` and `--to`, parts of
 * the width of that picture. The thumb is drawn here, as its size differs between browsers.
 */
export const SLIDER_STYLE = `.slider {
  --thumb: 1.25rem;
  appearance: none;
  display: block;
  margin: 0 0 0 calc(var(--from, 0) * 100% - var(--thumb) / 2);
  width: calc((var(--to, 1) - var(--from, 0)) * 100% + var(--thumb));
  height: 1.5rem;
  padding: 0;
  background: none;
  cursor: pointer;
}
.slider::-webkit-slider-runnable-track { height: 0.2rem; border-radius: 0.1rem; background: var(--quiet); }
.slider::-moz-range-track { height: 0.2rem; border-radius: 0.1rem; background: var(--quiet); }
.slider::-webkit-slider-thumb { appearance: none; box-sizing: border-box; width: var(--thumb); height: var(--thumb); margin-top: calc(0.1rem - var(--thumb) / 2); border: 0.6rem solid var(--accent); border-radius: 50%; background: var(--accent); }
.slider::-moz-range-thumb { box-sizing: border-box; width: var(--thumb); height: var(--thumb); border: 0.6rem solid var(--accent); border-radius: 50%; background: var(--accent); }
@media (forced-colors: active) {
  .slider::-webkit-slider-runnable-track { background: CanvasText; }
  .slider::-moz-range-track { background: CanvasText; }
}`;
