import type { LockIn, LockInCurves } from './lockIn.ts';
import type { FinishedRun } from '../finishedRun.ts';
import { scalar, series, type RolloutOutput } from '../output.ts';
import type { RolloutScenario } from '../scenario.ts';

const TABLE = 'lock_in';

/** What the table says of each offer, by the last day of each month on which the tenant decides to leave. */
const MEASURES: readonly (readonly [
  measure: string,
  unit: string,
  statistic: 'mean' | 'proportion',
  description: string,
  curve: keyof LockInCurves,
])[] = [
  ['move', 'day', 'mean', 'days from the decision until the workload runs there', 'move'],
  ['leaving_bill', '$', 'mean', 'paid to leave: egress, port, exit fee', 'bill'],
  ['standstill', 'GPU-month', 'mean', 'GPU-months that are lost while moving', 'standstill'],
  ['leaving_cost', '$', 'mean', 'cost of leaving: the bill, and what the lost GPU-months are worth', 'cost'],
  [
    'gain',
    '$',
    'mean',
    'gain of leaving over staying until the term ends, cost of leaving taken off',
    'gain',
  ],
  ['pays', 'probability', 'proportion', 'leaving is worth more than staying', 'pays'],
];

/** What it would take the first tenant to leave; none where the scenario does not say. */
export function lockInOutputs({ gravity }: Pick<RolloutScenario, 'gravity'>): RolloutOutput[] {
  if (gravity === undefined) return [];
  return [
    ...gravity.offers.flatMap(({ name }, offer) =>
      MEASURES.map(([measure, unit, statistic, description, curve]) =>
        series(
          {
            name: `${TABLE}.${name}.${measure}`,
            unit,
            table: TABLE,
            measure,
            key: { offer: name },
            statistic,
            ...(measure === 'gain' ? {} : { least: 0 }),
            description,
          },
          (run) => lockIn(run).offers[offer]![curve],
        ),
      ),
    ),
    series(
      {
        name: `${TABLE}.data`,
        unit: 'PB',
        table: TABLE,
        measure: 'data',
        statistic: 'mean',
        least: 0,
        description: 'data that a move takes along',
      },
      (run) => lockIn(run).petabytes,
    ),
    ...(gravity.halls === undefined ? [] : hallMoveOutputs()),
  ];
}

function hallMoveOutputs(): RolloutOutput[] {
  return [
    scalar(
      {
        name: 'hall_moves_bill',
        unit: '$',
        description: 'paid to move out of borrowed halls that go back',
      },
      (run) => lockIn(run).hallMoves.bill,
    ),
    scalar(
      {
        name: 'hall_moves_standstill',
        unit: 'GPU-day',
        description: 'GPU-days that are lost by those moves',
      },
      (run) => lockIn(run).hallMoves.gpuDays,
    ),
  ];
}

/** Declared only where the scenario has it. */
function lockIn(run: FinishedRun): LockIn {
  return run.lockIn!;
}
