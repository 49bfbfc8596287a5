import { rollout } from '../../../models/rollout/rollout.ts';
import type { RolloutScenario } from '../../../models/rollout/scenario.ts';
import { stepsOf } from '../../app/relaxationSteps.ts';
import type { Relaxation } from '../../design/index.ts';
import { InputError } from '../../experiment/inputError.ts';
import { milestoneTitle, type Column } from '../../record/index.ts';
import { targetMilestone } from '../../record/roles.ts';
import type { SchemaNode } from '../../scenario/schemaNode.ts';
import { formatIssue, type LedgerRow, type Loaded } from '../../scenario/index.ts';
import type { StepSizes } from '../exchange.ts';
import type { Facts, Milestone, Step } from '../scenarioFacts.ts';
import { BLAME } from './blaming.ts';
import { choicesOf } from './choices.ts';

/** What the page shows of a valid scenario before it is run. */
export function factsOf(
  { name, scenario, ledger, warnings }: Loaded<RolloutScenario>,
  {
    schema,
    text,
    written,
    steps,
  }: {
    /** What a scenario may hold: to be worked out once, as it takes longer than all else here. */
    schema: SchemaNode;
    /** The text that the scenario was read from. */
    text: string;
    /** The ledger of the same scenario without settings. */
    written: readonly LedgerRow[];
    steps: StepSizes;
  },
): Facts {
  const outputs = rollout.outputs(scenario);
  const { columns, startDate, asOf, titles } = outputs;
  return {
    name,
    title: scenario.title,
    startDate,
    horizon: scenario.horizon,
    // On the first day there is no past to draw.
    asOf: asOf !== undefined && startDate !== undefined && asOf > startDate ? asOf : undefined,
    knownUntil: asOf ?? startDate,
    milestones: columns.filter(({ kind }) => kind === 'milestone').map(milestoneOf),
    target: targetMilestone(columns)?.name,
    titles,
    ledger,
    written: changedRows(ledger, written),
    choices: choicesOf(schema, scenario),
    ...stepsFor(scenario, steps),
    coalitions: BLAME.coalitions.length,
    hasFleets: columns.some(({ table }) => table === 'tenants'),
    text,
    warnings: warnings.map(formatIssue),
  };
}

/** What the rows that are not as they are written were before; nothing where there was none. */
function changedRows(ledger: readonly LedgerRow[], written: readonly LedgerRow[]): Facts['written'] {
  const before = new Map(written.map(({ path, value }) => [path, value]));
  return Object.fromEntries(
    ledger
      .filter(({ path, value }) => before.get(path) !== value)
      .map(({ path }) => [path, before.get(path) ?? '']),
  );
}

/** Steps of the sizes that are asked for; where those make no sense, the usual ones and what is wrong. */
function stepsFor(
  scenario: RolloutScenario,
  { size, spend, costs }: StepSizes,
): Pick<Facts, 'steps' | 'stepProblem'> {
  try {
    if ((rollout.relaxations?.(scenario) ?? []).length === 0) return { steps: [], stepProblem: undefined };
    const steps = stepsOf(rollout, scenario, { ...(size === undefined ? {} : { size }), spend, costs });
    return { steps: steps.map(stepOf), stepProblem: undefined };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { steps: stepsOf(rollout, scenario, {}).map(stepOf), stepProblem: error.message };
  }
}

function stepOf({ name, step = '', by = '', settings, costDollars }: Relaxation): Step {
  return { name, step, by, settings, costDollars };
}

/** A milestone as the page names it. */
export function milestoneOf(column: Column): Milestone {
  const { name, isPlural = false, due } = column;
  return { name, title: milestoneTitle(column), isPlural, due };
}
