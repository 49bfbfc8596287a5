import type { Outputs } from '../../../src/record/index.ts';
import type { RolloutScenario } from '../scenario.ts';
import { observedTotals } from './totals.ts';

/** How many replications are enough; nothing where nothing was observed. */
export function enoughFor(scenario: RolloutScenario): Pick<Outputs, 'enough'> {
  const { observed } = scenario;
  if (observed === undefined || observedTotals(scenario).length === 0) return {};
  const { effectiveReplications = 200, mostReplications = 20_000 } = observed;
  return { enough: { effective: effectiveReplications, most: mostReplications } };
}
