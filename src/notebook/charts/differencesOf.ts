import type { Comparison } from '../../explain/index.ts';
import { intervalsChart } from '../../plot/index.ts';
import { twoWidths, type PageChart } from './twoWidths.ts';

/**
 * By how many days each milestone comes later (above 0) or earlier in the second of two points, with intervals of the
 * pairs.
 *
 * @param milestones names, in the order to show; all that are times when absent.
 * @throws where none is a time.
 * @example display(differencesOf(result.comparisons));
 */
export function differencesOf(comparisons: readonly Comparison[], milestones?: readonly string[]): PageChart {
  const times = comparisons.filter(({ response }) => response.kind === 'time');
  const chosen =
    milestones === undefined
      ? times
      : milestones.flatMap((name) => times.filter(({ response }) => response.name === name));
  if (chosen.length === 0) throw new Error('comparisons: no milestone, expected one at least');
  return twoWidths((settings) =>
    intervalsChart({
      ...settings,
      measure: 'mean difference in days',
      unit: '',
      reference: 0,
      rows: chosen.map(({ response, difference: { estimate, low, high } }) => ({
        name: response.name,
        estimate,
        low,
        high,
      })),
    }),
  );
}
