import { YEAR_DAYS } from '../../../src/kernel/lengths.ts';
import { horizonDays } from '../horizon.ts';
import type { Refuse } from '../refuse.ts';
import type { RolloutScenario } from '../scenario.ts';
import { checkGrowth, mostOf } from './growth.ts';

// Each shock is looked at for each lot.
const MOST_EVENTS = 2000;

/** Refuses more shocks than a run can look at, windows that end before they begin, and losses made up in no time. */
export function checkDisruptions({ disruptions = [], ...scenario }: RolloutScenario, refuse: Refuse): void {
  const years = horizonDays(scenario) / YEAR_DAYS;
  const events = disruptions.reduce(
    (sum, { timing }) => sum + (timing.kind === 'rate' ? mostOf(timing.rate) * years : 1),
    0,
  );
  if (events > MOST_EVENTS)
    refuse(
      ['disruptions'],
      `expected at most ${MOST_EVENTS} shocks up to the horizon, got rates that bring ${Math.round(events)}`,
    );
  else checkGrowth(disruptions, years, refuse);
  disruptions.forEach(({ timing, effect }, i) => {
    if (timing.kind === 'once' && timing.to < timing.from)
      refuse(['disruptions', i, 'timing', 'to'], `expected a day from ${timing.from} on, got ${timing.to}`);
    if (effect.kind === 'lowers' && (effect.madeUp ?? 0) > 0 && !((effect.over ?? 0) > 0))
      refuse(['disruptions', i, 'effect'], 'expected over, the time in which the loss is made up');
  });
}
