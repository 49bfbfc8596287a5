import { UP_TO_HORIZON } from '../../answer/index.ts';
import type { CauseGroup } from '../../design/index.ts';
import { dateCell } from '../../output/index.ts';
import type { GroupBlame, MilestoneBlame } from '../../explain/index.ts';
import type { Estimate } from '../../statistics/index.ts';
import { blame as runBlame, type BlameResult } from '../blame.ts';
import { asOfBehindStart, asOfDay } from '../../record/index.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { addToRun } from '../addToRun.ts';
import { coloursOf, printLine, printText, processConsole, type Console } from './console.ts';
import { numberWithInterval } from './estimateText.ts';
import { percent } from './percent.ts';
import { titleIn } from './titleIn.ts';
import { resultJson } from './resultJson.ts';
import type { PointsCommand } from './pointsCommand.ts';
import { watched } from './watched.ts';
import { plainTable } from './plainTable.ts';
import { replicationsText } from './replicationsText.ts';
import { filesLine } from './writtenFiles.ts';

/** Options of `gigaramp blame`. */
export interface BlameCommand extends PointsCommand {
  readonly into?: string;
  readonly group?: readonly CauseGroup[];
  readonly eachCause?: boolean;
  readonly orders?: number;
  readonly designSeed?: string;
}

/** `gigaramp blame`: who made it late, in four views on the same draws. */
export async function blame<S>(
  console: Console,
  scenarioModel: ScenarioModel<S>,
  file: string | undefined,
  { set = [], json, into, group, eachCause, orders, ...options }: BlameCommand,
): Promise<void> {
  const settings = Object.fromEntries(set);
  const groups = eachCause === true ? 'each' : group;
  const result = await watched(console, (watch) =>
    runBlame({ scenarioModel, file, settings, groups, orderPairs: orders, ...watch, ...options }),
  );
  if (into !== undefined) await addToRun(into, result.run, 'blame');
  if (json === true) printLine(console, resultJson(result.run, { blame: result.found }));
  else printText(console, blameSummary(result, console));
}

/** Who delayed a milestone as a person reads it. */
export function blameSummary<S>({ run, found }: BlameResult<S>, console: Console = processConsole()): string {
  const { milestone, runs, orderPairs, days, shortfall, reached, planReached, censored } = found;
  const title = titleIn(run.records, milestone);
  const { outputs } = run.records.points[0];
  const asOf = asOfBehindStart(outputs);
  // The date of the whole days beside it.
  const date = ({ estimate, low, high }: Estimate): string => {
    const day = estimate === undefined ? undefined : Math.round(estimate);
    const isKnown = low !== undefined && low === high;
    if (asOf !== undefined && day !== undefined && day < asOfDay(outputs) && !isKnown)
      return `before ${asOf}, day not observed`;
    return dateCell(outputs.startDate, day) ?? '…';
  };
  const atPlan =
    planReached === 0
      ? `and the plan does not get there by the horizon (${numberWithInterval(found.atPlan, 'day')} days)`
      : `${numberWithInterval(found.atPlan, 'day')} (${date(found.atPlan)}) at plan`;
  const how = orderPairs === 0 ? 'exact' : `over ${orderPairs} antithetic pairs of orders`;
  return [
    coloursOf(console).bold(
      reached === 0
        ? `${title}: not reached by the horizon in any replication, so that there is no delay in days to share out`
        : `${title}: ${numberWithInterval(found.asDrawn, 'day')} days after the start (${date(found.asDrawn)}) on average, ${atPlan}`,
    ),
    `${replicationsText(run.records)} of each of ${runs} coalitions of causes on common draws; Shapley values ${how}.`,
    'Baseline, the median plan: every draw under a cause takes its median.',
    plainTable(
      ['cause', 'path days', 'leave one out', 'add one', 'Shapley'],
      [
        ...causeRows(found, days, { unit: 'day', path: found.pathDays }),
        sumRow(days, { unit: 'day', path: found.pathSum }),
      ],
    ),
    found.pathSum.estimate === undefined
      ? 'There are no path days: no replication has a recorded path to it.'
      : `Path days sum to all days from the start, over the ${reached} replications that reached it.`,
    `The Shapley values sum to the delay against the plan in every replication, ${numberWithInterval(days.delay, 'day')} days; leave-one-out and add-one do not have to.`,
    `${UP_TO_HORIZON}: the horizon cut ${percent(censored)} of the runs.`,
    ...(shortfall === undefined
      ? []
      : [
          `Never cut: ${shortfall.unit}s short of the milestone by the horizon, in thousands:`,
          plainTable(
            ['cause', 'leave one out', 'add one', 'Shapley'],
            [...causeRows(found, inThousands(shortfall.blame)), sumRow(inThousands(shortfall.blame))],
          ),
        ]),
    '95 % intervals. Negative: the cause, as it was drawn, made it earlier than its median would have.',
    filesLine(run),
  ].join('\n');
}

function causeRows(
  { groups }: MilestoneBlame,
  one: GroupBlame,
  { unit, path }: { unit?: string; path?: readonly Estimate[] } = {},
): string[][] {
  return groups
    .map((group, index) => ({ group, index }))
    .sort(
      (a, b) => Math.abs(one.shapley[b.index]!.estimate ?? 0) - Math.abs(one.shapley[a.index]!.estimate ?? 0),
    )
    .map(({ group, index }) => [
      group.name,
      ...(path === undefined ? [] : [numberWithInterval(path[index]!, unit)]),
      numberWithInterval(one.leaveOneOut[index]!, unit),
      numberWithInterval(one.addOne[index]!, unit),
      numberWithInterval(one.shapley[index]!, unit),
    ]);
}

function sumRow(
  { leaveOneOutSum, addOneSum, delay }: GroupBlame,
  { unit, path }: { unit?: string; path?: Estimate } = {},
): string[] {
  const columns = [...(path === undefined ? [] : [path]), leaveOneOutSum, addOneSum, delay];
  return ['sum', ...columns.map((column) => numberWithInterval(column, unit))];
}

function inThousands(one: GroupBlame): GroupBlame {
  const part = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : value / 1000;
  const scaled = ({ estimate, low, high }: Estimate): Estimate => ({
    estimate: part(estimate),
    low: part(low),
    high: part(high),
  });
  return {
    leaveOneOut: one.leaveOneOut.map(scaled),
    addOne: one.addOne.map(scaled),
    shapley: one.shapley.map(scaled),
    leaveOneOutSum: scaled(one.leaveOneOutSum),
    addOneSum: scaled(one.addOneSum),
    delay: scaled(one.delay),
  };
}
