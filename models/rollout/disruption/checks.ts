import type { RolloutScenario } from '../scenario.ts';

/** Refuses shocks that share a name, and so their draws, and windows that end before they begin. */
export function checkDisruptions(
  { disruptions = [] }: RolloutScenario,
  refuse: (path: (string | number)[], message: string) => void,
): void {
  const names = disruptions.map(({ name }) => name);
  disruptions.forEach(({ name, timing, effect }, i) => {
    if (names.indexOf(name) !== i)
      refuse(['disruptions', i, 'name'], `expected a name of its own, got "${name}" again`);
    if (timing.kind === 'once' && timing.to < timing.from)
      refuse(['disruptions', i, 'timing', 'to'], `expected a day from ${timing.from} on, got ${timing.to}`);
    if (effect.kind === 'lowers' && (effect.madeUp ?? 0) > 0 && !((effect.over ?? 0) > 0))
      refuse(['disruptions', i, 'effect'], 'expected over, the time in which the loss is made up');
  });
}
