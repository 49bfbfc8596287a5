import { orderOptions, type OrderOption, type RolloutScenario } from '../../models/rollout/index.ts';
import type { DesignRow } from '../design/index.ts';
import { InputError, type Records } from '../experiment/index.ts';
import { dayOfDate, latestOrder, orderByTable, type LatestOrder } from '../output/index.ts';
import type { Setting } from '../scenario/index.ts';
import { designPoints } from './designPoints.ts';
import { milestoneName } from './milestoneName.ts';
import { rolloutScenarioModel } from './rollout.ts';
import { runPoints, type PointsOptions } from './runPoints.ts';
import type { RunResult } from './runToFolder.ts';

const DEFAULT_SHIFTS_DAYS = [-180, -120, -60, 60, 120, 180, 240, 300, 360];

/** Options of `orderBy`. */
export interface OrderByOptions extends PointsOptions {
  readonly file?: string | undefined;
  readonly settings?: Readonly<Record<string, Setting>>;
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
export interface OrderByResult {
  readonly run: RunResult<RolloutScenario>;
  readonly milestone: string;
  readonly by: string;
  readonly asOf: string;
  readonly probability: number;
  readonly orders: readonly LatestOrder[];
}

/**
 * Moves every long-lead order of every site in turn, on common draws, and writes `order_by.csv`: the latest date with which
 * a milestone is in time with the probability asked for.
 *
 * @throws InputError, ScenarioError, ReplicationError, Interrupted.
 * @example await orderBy({ milestone: 'gpus_50000', by: '2026-12-31', replications: 100 });
 */
export async function orderBy({
  file = rolloutScenarioModel.defaultFile,
  settings = {},
  milestone,
  by: asked,
  probability = 0.8,
  sites,
  shiftsDays = DEFAULT_SHIFTS_DAYS,
  ...options
}: OrderByOptions): Promise<OrderByResult> {
  const scenarioModel = rolloutScenarioModel;
  if (!(probability > 0 && probability < 1)) {
    throw new InputError(`probability: ${probability}, expected a number between 0 and 1`);
  }
  const { base } = designPoints({ scenarioModel, file, settings, rows: [] });
  const outputs = scenarioModel.model.outputs(base.scenario);
  const name = milestoneName(outputs, milestone);
  const by = asked ?? outputs.columns.find((column) => column.name === name)?.due;
  if (by === undefined) throw new InputError(`milestone ${name}: no date, expected one with --by`);
  const moves = movesOf(optionsOf(base.scenario, sites), shiftsDays);
  const rows: DesignRow[] = [
    { name: 'as usual', settings: {}, inputs: {}, atPlan: [] },
    ...moves.map(({ name: point, option: { path }, shiftDays }) => ({
      name: point,
      settings: { [path]: `${shiftDays} days` },
      inputs: {},
      atPlan: [],
    })),
  ];
  const read = (records: Records): LatestOrder[] => {
    const pointOf = (point: string) => records.points.find((one) => one.name === point)!;
    return optionsOf(base.scenario, sites).map(({ site, item, usualDay }) =>
      latestOrder({
        site,
        item,
        usualDay,
        base: pointOf('as usual'),
        moved: moves
          .filter(({ option }) => option.site === site && option.item === item)
          .map(({ name: point, shiftDays }) => ({ point: pointOf(point), shiftDays })),
        milestone: name,
        byDay: byDay(outputs.startDate, by),
        probability,
      }),
    );
  };
  const { startDate } = outputs;
  const { asOf } = base.scenario;
  const run = await runPoints({
    replications: 200,
    ...options,
    scenarioModel,
    design: designPoints({ scenarioModel, file, settings, rows }),
    suffix: 'order-by',
    scenarioFile: file,
    tables: (records) => [orderByTable(read(records), { startDate, asOf, probability })],
  });
  return { run, milestone: name, by, asOf, probability, orders: read(run.records) };
}

function movesOf(options: readonly OrderOption[], shiftsDays: readonly number[]) {
  const shifts = shiftsDays.filter((days) => days !== 0);
  if (shifts.length === 0) throw new InputError('shifts: none, expected at least one other than 0');
  return options.flatMap((option) =>
    shifts.map((shiftDays) => ({
      option,
      shiftDays,
      name: `${option.site} ${option.item} ${shiftDays > 0 ? '+' : ''}${shiftDays} days`,
    })),
  );
}

function optionsOf(scenario: RolloutScenario, sites: readonly string[] | undefined): OrderOption[] {
  const all = orderOptions(scenario);
  const known = [...new Set(all.map(({ site }) => site))];
  const unknown = sites?.find((site) => !known.includes(site));
  if (unknown !== undefined) {
    throw new InputError(`site ${unknown}: orders nothing, expected one of ${known.join(', ')}`);
  }
  if (all.length === 0)
    throw new InputError('scenario: no dedicated site, expected one that orders something');
  return all.filter(({ site }) => sites === undefined || sites.includes(site));
}

/** The end of the day that an ISO date names. */
function byDay(startDate: string, date: string): number {
  const day = dayOfDate(startDate, date);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(day)) {
    throw new InputError(`by: ${date}, expected a date such as 2026-12-31`);
  }
  return day + 1;
}
