import type { Refuse } from '../refuse.ts';
import type { RolloutScenario } from '../scenario.ts';

/** Refuses shocks that share a name, and so their draws, and windows that end before they begin. */
export function checkDisruptions({ disruptions = [] }: RolloutScenario, refuse: Refuse): void {
  disruptions.forEach(({ timing, effect }, i) => {
    if (timing.kind === 'once' && timing.to < timing.from)
      refuse(['disruptions', i, 'timing', 'to'], `expected a day from ${timing.from} on, got ${timing.to}`);
    if (effect.kind === 'lowers' && (effect.madeUp ?? 0) > 0 && !((effect.over ?? 0) > 0))
      refuse(['disruptions', i, 'effect'], 'expected over, the time in which the loss is made up');
  });
}
