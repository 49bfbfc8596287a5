import type { DesignRow } from '../design/index.ts';
import { dayOfDate, type PointRecords, type Records } from '../record/index.ts';
import { chanceBefore, latestOrder, medianDay, type LatestOrder } from '../explain/index.ts';
import { orderByTable } from '../output/index.ts';
import type { Estimate } from '../statistics/index.ts';
import { chosenScenario } from './chosenScenario.ts';
import { checkProbability, goalOf } from './goal.ts';
import { allAtEarliest, AS_USUAL, checkedShifts, movesOf, ordersOf } from './orderMoves.ts';
import { recordsOf } from './recordsOf.ts';
import { runAnalysis, type AnalysisOptions } from './runAnalysis.ts';
import type { RunResult } from './runToFolder.ts';

const DEFAULT_SHIFTS_DAYS = [-180, -120, -60, 60, 120, 180, 240, 300, 360];

/** Options of `orderBy`. */
export interface OrderByOptions<S> extends AnalysisOptions<S> {
  /** Default: the target. */
  readonly milestone?: string | undefined;
  /** ISO date by whose end the milestone must be reached; default that of the milestone. */
  readonly by?: string | undefined;
  /** Default 0.8. */
  readonly probability?: number;
  /** Sites to look at; default all. */
  readonly sites?: readonly string[] | undefined;
  /** Days by which orders are moved; negative is earlier. */
  readonly shiftsDays?: readonly number[] | undefined;
}

/** The latest order dates, and the run that they were read from. */
export interface OrderByResult<S> {
  readonly run: RunResult<S>;
  readonly milestone: string;
  readonly by: string;
  readonly asOf: string;
  readonly probability: number;
  /** Probability with every order at the earliest day that is tried, none of which lies before the as-of date. */
  readonly earliest: Estimate;
  /** Whether that already says that no order date will do: then none is tried alone. */
  readonly isHopeless: boolean;
  readonly orders: readonly LatestOrder[];
}

/**
 * Moves every long-lead order of every site in turn, on common draws, and writes `order_by.csv`: the latest date with
 * which a milestone is in time with the probability asked for. No date before the as-of date is tried.
 *
 * @throws InputError, ScenarioError, ReplicationError, Interrupted.
 * @example await orderBy({ scenarioModel: rolloutScenarioModel, milestone: 'gpus_50000', by: '2026-12-31',
 *   replications: 100 });
 */
export async function orderBy<S>({
  milestone: asked,
  by: askedDate,
  probability = 0.8,
  sites,
  shiftsDays = DEFAULT_SHIFTS_DAYS,
  replications = 200,
  ...options
}: OrderByOptions<S>): Promise<OrderByResult<S>> {
  checkProbability(probability);
  const { model } = options.scenarioModel;
  const { scenario } = chosenScenario(options);
  const outputs = model.outputs(scenario);
  const { milestone, date: by, byDay } = goalOf(outputs, { milestone: asked, date: askedDate }, '--by');
  const shifts = checkedShifts(shiftsDays);
  const { startDate, asOf = startDate } = outputs;
  const today = dayOfDate(startDate, asOf);
  const tried = async (row: DesignRow, phase: string): Promise<PointRecords> =>
    (await recordsOf({ replications, ...options, rows: [row], phase })).points[0];
  const usualRun = await tried(AS_USUAL, 'orders as usual');
  const orders = ordersOf(model, scenario, sites).map((order) => ({
    order,
    usualDay: medianDay(usualRun, order.usualDay) + (order.shiftDays ?? 0) - (order.aheadDays ?? 0),
  }));
  const atEarliest = await tried(allAtEarliest(orders, shifts, today), 'all orders as early as can be');
  const earliest = chanceBefore(atEarliest, milestone, byDay);
  // Where not even all of them at their earliest do it, there is no need to try them one by one.
  const isHopeless = (earliest.high ?? 1) < probability;
  const moves = isHopeless ? [] : movesOf(orders, shifts, today);
  const read = ({ points: [usual, ...moved] }: Records): LatestOrder[] =>
    orders.map(({ order, usualDay }) =>
      latestOrder({
        site: order.site,
        item: order.item,
        usualDay,
        base: usual,
        moved: moves.flatMap((move, index) =>
          move.order === order ? [{ point: moved[index], shiftDays: move.shiftDays }] : [],
        ),
        milestone,
        byDay,
        probability,
      }),
    );
  const { run, found } = await runAnalysis({
    replications,
    ...options,
    kind: 'order-by',
    rows: [AS_USUAL, ...moves.map(({ row }) => row)],
    read,
    tables: (latest) => [orderByTable(latest, { startDate, asOf, probability })],
  });
  return { run, milestone, by, asOf, probability, earliest, isHopeless, orders: found };
}
