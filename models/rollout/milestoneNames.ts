import type { RolloutScenario } from './scenario.ts';

const PERCENT = 100;

/**
 * Names of the milestones in the order of their thresholds: the first tenant's, then those of each further one with
 * its name before them.
 */
export function milestoneNames({ milestones, tenants = [] }: RolloutScenario): string[] {
  return [
    ...ownMilestoneNames(milestones),
    ...tenants.flatMap((tenant) =>
      ownMilestoneNames(tenant.milestones ?? milestones).map((own) => `${tenant.name}.${own}`),
    ),
  ];
}

/** Names of one tenant's milestones, its own name left out. */
export function ownMilestoneNames({ gpus, fractions }: RolloutScenario['milestones']): string[] {
  return [
    ...gpus.map((number) => `gpus_${number}`),
    ...fractions.map((fraction) => `contract_${percent(fraction)}_pct`),
    'target',
  ];
}

/** A fraction as a column's name has it. */
export function percent(fraction: number): string {
  return String(Number((fraction * PERCENT).toFixed(6)));
}
