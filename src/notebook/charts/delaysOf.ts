import { removalText } from '../../answer/index.ts';
import type { DealEffect } from '../../explain/index.ts';
import { intervalsChart } from '../../plot/index.ts';
import { twoWidths, type PageChart } from './twoWidths.ts';

/**
 * Days by which deals make tenants later, each with its interval.
 *
 * @param measure which of the effects: a number of GPUs such as `gpus_250000`
 * @throws when there is none of the measure
 * @example display(delaysOf(result.found, 'gpus_250000'));
 */
export function delaysOf(found: readonly DealEffect[], measure: string): PageChart {
  const chosen = found.filter((each) => each.measure === measure && each.unit === 'day');
  if (chosen.length === 0) throw new Error(`effects: none on the day of ${measure}, expected one at least`);
  return twoWidths((settings) =>
    intervalsChart({
      ...settings,
      measure: `days later to ${chosen[0]!.title}`,
      unit: '',
      reference: 0,
      directions: ['earlier', 'later'],
      rows: chosen.map(({ deal, removal, party, caused: { estimate, low, high } }) => ({
        name: `${deal} → ${party} (${removalText(removal)})`,
        estimate,
        low,
        high,
      })),
    }),
  );
}
