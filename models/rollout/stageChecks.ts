import { quantile, survival, type Distribution } from '../../src/random/index.ts';
import { dayNumber } from './calendars.ts';
import type { RolloutScenario } from './scenario.ts';
import { tempoAt } from './sites/practice.ts';

type Refuse = (path: (string | number)[], message: string) => void;

/** The slowest pace that is worth waiting for. */
const SLOWEST = 0.999;

/** Refuses stages that have been under way for longer than they can take. */
export function checkStages(scenario: RolloutScenario, refuse: Refuse): void {
  const { pace, tempo } = scenario.provider;
  const slowest = Math.max(1, quantile(pace, SLOWEST) * (tempo === undefined ? 1 : tempoAt(tempo, SLOWEST)));
  const visit = (value: unknown, path: (string | number)[]): void => {
    if (Array.isArray(value)) value.forEach((item, index) => visit(item, [...path, index]));
    else if (typeof value === 'object' && value !== null) {
      if (isUnderWay(value)) {
        const days = dayNumber(value.started, scenario.asOf);
        if (days > 0 && !(survival(value.duration, days / slowest) > 0))
          refuse(
            [...path, 'started'],
            `expected a stage that can still be under way on ${scenario.asOf}, got one begun ${days} days before and longer than its longest: give its finished date, or a longer duration`,
          );
      } else for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
    }
  };
  visit(scenario, []);
}

function isUnderWay(value: object): value is { readonly duration: Distribution; readonly started: string } {
  return (
    'duration' in value && 'started' in value && typeof value.started === 'string' && !('finished' in value)
  );
}
