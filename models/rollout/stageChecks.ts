import { quantile, survival, type Distribution } from '../../src/random/index.ts';
import { dayNumber } from './calendars.ts';
import type { RolloutScenario } from './scenario.ts';
import { tempoAt } from './sites/practice.ts';

type Refuse = (path: (string | number)[], message: string) => void;

/** The slowest pace that is worth waiting for. */
const SLOWEST = 0.999;

/** Stages of building and substation whose durations a provider's pace scales. */
const PACED: ReadonlySet<string | number> = new Set([
  'sitePreparation',
  'shell',
  'fitOut',
  'concept',
  'design',
  'civil',
  'steel',
  'dressOut',
  'checkout',
]);

/** Refuses stages that have been under way for longer than they can take. */
export function checkStages(scenario: RolloutScenario, refuse: Refuse): void {
  const { pace, tempo } = scenario.provider;
  // A tempo is of all that takes time, deliveries and permits too.
  const slowestTempo = tempo === undefined ? 1 : tempoAt(tempo, SLOWEST);
  const slowest = Math.max(1, quantile(pace, SLOWEST) * slowestTempo);
  const visit = (value: unknown, path: (string | number)[]): void => {
    if (Array.isArray(value)) value.forEach((item, index) => visit(item, [...path, index]));
    else if (typeof value === 'object' && value !== null) {
      if (isUnderWay(value)) {
        const days = dayNumber(value.started, scenario.asOf);
        const pace = isPaced(path) ? slowest : Math.max(1, slowestTempo);
        if (days > 0 && !(survival(value.duration, days / pace) > 0))
          refuse(
            [...path, 'started'],
            `expected a stage that can still be under way on ${scenario.asOf}, got one begun ${days} days before and longer than its longest, ${longest(value.duration, pace)} days: give its finished date, or a longer duration`,
          );
      } else for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
    }
  };
  visit(scenario, []);
}

function isPaced(path: readonly (string | number)[]): boolean {
  const stage = path.at(-1)!;
  // The permit to build takes what it takes; that of a substation is paced as its other stages are.
  return PACED.has(stage) || (stage === 'permits' && !path.includes('building'));
}

function longest(duration: Distribution, pace: number): number {
  return Math.ceil(quantile(duration, 1 - 1e-12) * pace);
}

function isUnderWay(value: object): value is { readonly duration: Distribution; readonly started: string } {
  return (
    'duration' in value && 'started' in value && typeof value.started === 'string' && !('finished' in value)
  );
}
