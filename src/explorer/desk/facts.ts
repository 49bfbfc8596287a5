import { rollout } from '../../../models/rollout/rollout.ts';
import type { RolloutScenario } from '../../../models/rollout/scenario.ts';
import { scenarioSchema } from '../../../models/rollout/scenarioSchema.ts';
import { milestoneTitle } from '../../record/index.ts';
import type { Column } from '../../record/index.ts';
import { targetMilestone } from '../../output/milestonesTable.ts';
import { formatIssue, type Loaded } from '../../scenario/index.ts';
import type { Facts, Milestone } from '../exchange.ts';
import { choicesOf } from './choices.ts';

/** What the page shows of a valid scenario before it is run. */
export function factsOf({ name, scenario, ledger, warnings }: Loaded<RolloutScenario>): Facts {
  const outputs = rollout.outputs(scenario);
  const { columns, startDate, asOf } = outputs;
  return {
    name,
    title: scenario.title,
    startDate,
    horizon: scenario.horizon,
    // On the first day there is no past to draw.
    asOf: asOf !== undefined && startDate !== undefined && asOf > startDate ? asOf : undefined,
    milestones: columns.filter(({ kind }) => kind === 'milestone').map(milestoneOf),
    target: targetMilestone(columns)?.name,
    ledger,
    choices: choicesOf(scenarioSchema, scenario),
    steps: (rollout.relaxations?.(scenario) ?? []).map((step) => ({
      name: step.name,
      settings: step.settings,
    })),
    warnings: warnings.map(formatIssue),
  };
}

/** A milestone as the page names it: one that is due says so. */
export function milestoneOf(column: Column): Milestone {
  return { name: column.name, title: milestoneTitle(column), due: column.due };
}
