import { quantile } from '../../../src/random/index.ts';
import { horizonDays } from '../horizon.ts';
import type { Refuse } from '../refuse.ts';
import type { RolloutScenario } from '../scenario.ts';

const DAYS_A_YEAR = 365.25;
// The most that a rate can be, but for one in a thousand.
const MOST = 0.999;
// Each shock is looked at for each lot.
const MOST_EVENTS = 2000;

/** Refuses more shocks than a run can look at, windows that end before they begin, and losses made up in no time. */
export function checkDisruptions({ disruptions = [], ...scenario }: RolloutScenario, refuse: Refuse): void {
  const years = horizonDays(scenario) / DAYS_A_YEAR;
  const events = disruptions.reduce(
    (sum, { timing }) => sum + (timing.kind === 'rate' ? quantile(timing.rate, MOST) * years : 1),
    0,
  );
  if (events > MOST_EVENTS)
    refuse(
      ['disruptions'],
      `expected at most ${MOST_EVENTS} shocks up to the horizon, got rates that bring ${Math.round(events)}`,
    );
  disruptions.forEach(({ timing, effect }, i) => {
    if (timing.kind === 'once' && timing.to < timing.from)
      refuse(['disruptions', i, 'timing', 'to'], `expected a day from ${timing.from} on, got ${timing.to}`);
    if (effect.kind === 'lowers' && (effect.madeUp ?? 0) > 0 && !((effect.over ?? 0) > 0))
      refuse(['disruptions', i, 'effect'], 'expected over, the time in which the loss is made up');
  });
}
