import { ownMilestoneNames, percent } from '../milestoneNames.ts';
import { milestone, type RolloutOutput } from '../output.ts';
import type { Column } from '../../../src/record/index.ts';
import type { RolloutScenario } from '../scenario.ts';

/** The day of every milestone, in the order of `milestoneNames`. */
export function milestoneOutputs(scenario: RolloutScenario): RolloutOutput[] {
  const { milestones, target, tenant: first = '', tenants = [] } = scenario;
  const said = [
    ...ownMilestones({ milestones, target }, '', tenants.length === 0 ? '' : first),
    ...tenants.flatMap((own) =>
      ownMilestones({ milestones: own.milestones ?? milestones, target: own.target ?? target }, own.name),
    ),
  ];
  return said.map((each, index) => milestone(each, ({ reached }) => reached[index]!.day));
}

/** Milestones of one tenant; where there are several they say whose they are, and names of a further one's too. */
function ownMilestones(
  { milestones, target }: Pick<RolloutScenario, 'milestones' | 'target'>,
  tenant: string,
  whose = tenant,
): Omit<Column, 'kind'>[] {
  const { gpus, fractions } = milestones;
  const of = whose === '' ? '' : ` of ${whose}`;
  const gpusText = (amount: number) => `${amount.toLocaleString('en-US')} GPUs`;
  const part = (fraction: number) => `${percent(fraction)} % of the contract`;
  const titled = (title: string) => (of === '' ? { title } : { title: `${title}${of}`, ownTitle: title });
  const said: Pick<
    Column,
    'title' | 'ownTitle' | 'isPlural' | 'description' | 'threshold' | 'due' | 'role'
  >[] = [
    ...gpus.map((amount) => ({
      ...titled(gpusText(amount)),
      isPlural: true,
      description: `${amount} GPUs${of} in service`,
      threshold: { amount, unit: 'gpu' },
    })),
    ...fractions.map((fraction) => ({
      ...titled(part(fraction)),
      description: `${part(fraction)}${of} in service`,
      threshold: { part: fraction },
    })),
    {
      ...titled(part(target.fraction)),
      description: `${part(target.fraction)}${of} in service, due ${target.by}`,
      threshold: { part: target.fraction },
      due: target.by,
      ...(tenant === '' && { role: 'readiness' as const }),
    },
  ];
  const names = ownMilestoneNames(milestones);
  return said.map((text, index) => ({
    name: tenant === '' ? names[index]! : `${tenant}.${names[index]}`,
    unit: 'day',
    onceReached: 'in service',
    ...text,
    ...(tenant !== '' && { key: { tenant } }),
  }));
}
