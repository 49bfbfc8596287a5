import { type GroupBlame, type MilestoneBlame } from '../explain/index.ts';
import { NOT_AVAILABLE, type Estimate } from '../statistics/index.ts';
import type { Cell } from './cell.ts';
import { estimateCells, estimateFields } from './estimateFields.ts';
import { fieldName } from './fieldName.ts';
import type { Table } from './table.ts';

/** `blame.csv`: a row a group of causes, then what each column sums to. */
export function blameTable(found: MilestoneBlame): Table {
  const { milestone, groups, days, shortfall, pathDays, pathSum, planReached, censored } = found;
  const cells = (of: (one: GroupBlame) => Estimate): Cell[] =>
    [days, ...(shortfall === undefined ? [] : [shortfall.blame])].flatMap((one) => estimateCells(of(one)));
  return {
    name: 'blame',
    description:
      'How much each group of causes delayed a milestone, on common draws, against the plan in which every draw takes its median. Days are counted up to the horizon; what is short of the milestone by the horizon is never cut. Path days sum to the mean days of the replications that reached it; leave-one-out and add-one sum to nothing; Shapley values sum to the days as drawn less those of the plan, the row `delay`. 95 % intervals.',
    fields: [
      { name: 'milestone', type: 'string', description: 'name of the milestone' },
      {
        name: 'cause',
        type: 'string',
        description: 'group of causes; `sum` of the column; `delay`: T − T(plan)',
      },
      { name: 'causes', type: 'string', description: 'causes of the group' },
      ...estimateFields('path_days', 'number', 'mean days on the driving path (stop view)', 'day'),
      ...MEASURES.flatMap(([name, text]) => [
        ...estimateFields(`${name}_days`, 'number', text, 'day'),
        ...(shortfall === undefined
          ? []
          : estimateFields(
              fieldName(name, shortfall.unit),
              'number',
              `${text}, in ${shortfall.unit}s short of the milestone`,
              shortfall.unit,
            )),
      ]),
      {
        name: 'plan_reached_share',
        type: 'number',
        unit: 'share',
        description:
          'share of the replications in which the plan reaches it by the horizon: at 0 the days of the plan are those up to the horizon; counted, and so without an interval',
      },
      {
        name: 'censored_share',
        type: 'number',
        unit: 'share',
        description:
          'share of the runs of all coalitions that the horizon cut: counted, and so without an interval',
      },
    ],
    *rows() {
      for (const [index, { name, causes }] of groups.entries()) {
        yield [
          milestone,
          name,
          causes.join(' '),
          ...estimateCells(pathDays[index]!),
          ...cells((one) => one.leaveOneOut[index]!),
          ...cells((one) => one.addOne[index]!),
          ...cells((one) => one.shapley[index]!),
          planReached,
          censored,
        ];
      }
      yield [
        milestone,
        'sum',
        '',
        ...estimateCells(pathSum),
        ...cells((one) => one.leaveOneOutSum),
        ...cells((one) => one.addOneSum),
        ...cells((one) => one.delay),
        planReached,
        censored,
      ];
      yield [
        milestone,
        'delay',
        '',
        ...estimateCells(NOT_AVAILABLE),
        ...cells((one) => one.delay),
        ...cells((one) => one.delay),
        ...cells((one) => one.delay),
        planReached,
        censored,
      ];
    },
  };
}

const MEASURES = [
  ['leave_one_out', 'days as drawn less those with the group alone at plan'],
  ['add_one', 'days with the group alone as drawn less those of the plan'],
  ['shapley', 'average marginal delay over all orders of the groups'],
] as const;
