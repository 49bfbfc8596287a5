import type { RolloutScenario } from './scenario.ts';

const PERCENT = 100;

/** Names of the milestones in the order of their thresholds. */
export function milestoneNames(scenario: RolloutScenario): string[] {
  return [
    ...scenario.milestones.gpus.map((gpus) => `gpus_${gpus}`),
    ...scenario.milestones.fractions.map((fraction) => `contract_${percent(fraction)}_pct`),
    'target',
  ];
}

/** A fraction as a column's name has it. */
export function percent(fraction: number): string {
  return String(Number((fraction * PERCENT).toFixed(6)));
}
