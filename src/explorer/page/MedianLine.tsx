import type { JSX } from 'preact';
import type { PlotArea } from '../../plot/index.ts';
import type { Band } from '../picture.ts';
import { pointsOf } from './plotPlaces.ts';

/** The median of the baseline, over the chart of the scenario. */
export function MedianLine({ area, bands }: { area: PlotArea; bands: readonly Band[] }): JSX.Element {
  return <polyline class="baseline" points={pointsOf(area, bands, ({ p50 }) => p50)} />;
}
