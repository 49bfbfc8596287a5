import {
  asOfBehindStart,
  milestoneTitle,
  type Column,
  type PointRecords,
  type Records,
} from '../../record/index.ts';
import {
  milestonesOf,
  outputFacts,
  pastDueSentence,
  readTable,
  type Milestone,
  type Results,
} from '../../answer/index.ts';
import { milestonesTable } from '../../output/index.ts';
import { comparePoints, isPastDue, milestoneProbability, responseOf } from '../../explain/index.ts';
import { weightedDifference } from '../../statistics/index.ts';
import { askedMilestone } from '../milestoneName.ts';
import type { RunResult } from '../runToFolder.ts';
import { coloursOf, processConsole, type Console } from './console.ts';
import { spannedNumber } from './estimateText.ts';
import { milestoneDates } from './milestoneDates.ts';
import { onTwoLines } from './spanned.ts';
import { percentWithInterval } from './percent.ts';
import { isWithoutMilestones, outputMeans, titleWithUnit } from './outputMeans.ts';
import { precisionLine } from './precisionLine.ts';
import { wrapped } from './wrapped.ts';
import { plainTable } from './plainTable.ts';
import { replicationsText } from './replicationsText.ts';
import { filesLine } from './writtenFiles.ts';

/** A row a point: how likely a milestone, by default the target, is in time, and its dates. */
export function sweepSummary<S>(
  result: RunResult<S>,
  console: Console = processConsole(),
  milestone?: string,
): string {
  const { records, experiment, name } = result;
  const title = `${name}: ${records.points.length} points, ${replicationsText(records)} each, seed ${experiment.seed}`;
  const [first] = records.points;
  if (isWithoutMilestones(first.outputs)) return meansSummary(result, title, console);
  const asOf = asOfBehindStart(first.outputs);
  const asked = askedPoints(records, milestone);
  // Whether what was due before the as-of date was in time is no forecast: whether it comes at all is.
  const isDue =
    (milestone === undefined || asked[0]?.column?.due !== undefined) &&
    !asked.some(({ point, column }) => isPastDue(column, point.outputs));
  const rows = asked.map(({ point, column, said }) => {
    if (column === undefined || said === undefined) return [point.name];
    const probability = isDue ? milestoneProbability(point, column) : said.reached;
    const difference = point === first ? ['0'] : differenceTo(first, point, column.name);
    return [
      point.name,
      percentWithInterval(probability),
      ...milestoneDates(said, asOfBehindStart(point.outputs)),
      ...difference,
    ];
  });
  return [
    coloursOf(console).bold(title),
    ...precisionLine(result),
    plainTable(['point', ...milestoneHead(first, milestone, isDue)], rows),
    ...wrapped(
      `All points share their draws; 95 % intervals. Days later are counted up to the horizon, where a run that is not there counts as arriving, and pair by pair against ${first.name}. … = this sample gives no bound${asOf === undefined ? '' : `, or one before ${asOf}`}; later = after the horizon.`,
    ),
    ...pastDueLines(asked),
    ...samenessLines(records.points, milestone),
    filesLine(result),
  ].join('\n');
}

/** A point with the milestone that is asked for, and what a table says of it. */
interface AskedPoint {
  readonly point: PointRecords;
  readonly column: Column | undefined;
  readonly said: Milestone | undefined;
}

function askedPoints(records: Records, milestone: string | undefined): AskedPoint[] {
  const { points, replications } = records;
  const results: Results = {
    manifest: {
      kind: 'sweep',
      points: points.map(({ name }) => name),
      replications,
      ...outputFacts(records),
    },
    tables: new Map([['milestones', readTable(milestonesTable(records))]]),
  };
  return points.map((point) => {
    const column = askedMilestone(point.outputs, milestone);
    const said = milestonesOf(results, point.name).find(({ name }) => name === column?.name);
    return { point, column, said };
  });
}

/** What is said of a milestone that was due before the as-of date, once where it is said of several points. */
function pastDueLines(asked: readonly AskedPoint[]): string[] {
  const sentences = asked.flatMap(({ point: { outputs }, column, said }) =>
    said === undefined || !isPastDue(column, outputs)
      ? []
      : [`${pastDueSentence(said, { asOf: outputs.asOf!, date: (iso) => iso })}.`],
  );
  return [...new Set(sentences)].flatMap((sentence) => wrapped(sentence));
}

/** A row a point: the mean of each scalar output of a model without milestones. */
function meansSummary<S>(result: RunResult<S>, title: string, console: Console): string {
  const { points } = result.records;
  const rows = points.map((point) => [
    point.name,
    ...outputMeans(point).map(({ mean, unit }) => onTwoLines(spannedNumber(mean, unit))),
  ]);
  return [
    coloursOf(console).bold(title),
    ...precisionLine(result),
    plainTable(['point', ...outputMeans(points[0]).map((output) => `mean ${titleWithUnit(output)}`)], rows),
    ...wrapped('All points share their draws; 95 % intervals. … = this sample gives no bound.'),
    filesLine(result),
  ].join('\n');
}

/** Says so where a milestone comes on the same day at every point, replication by replication, or at none of them. */
function samenessLines(points: readonly PointRecords[], milestone: string | undefined): string[] {
  const days = points.map((point) => {
    const column = askedMilestone(point.outputs, milestone);
    return column && point.column(column.name);
  });
  const [first, ...others] = days;
  if (first === undefined || others.length === 0) return [];
  if (days.every((each) => each?.every((day) => !Number.isFinite(day))))
    return wrapped(
      'No replication of any point is there by the horizon: whether what is varied matters cannot be seen.',
    );
  const isSame = others.every((each) => each?.every((day, i) => Object.is(day, first[i])));
  return isSame
    ? wrapped(
        'In no replication does a point have another date than the first: what is varied does not decide this milestone here.',
      )
    : [];
}

/** A milestone that is due is on time or not; of another is told whether it comes at all. */
function milestoneHead({ outputs }: PointRecords, asked: string | undefined, isDue: boolean): string[] {
  const column = askedMilestone(outputs, asked);
  const name = asked === undefined || column === undefined ? 'target' : milestoneTitle(column);
  return [isDue ? `${name} on time` : `${name} by the horizon`, `${name} P10`, 'P50', 'P90', 'days later'];
}

/** By how many days a milestone is later at a point than at the first, over the pairs of replications. */
function differenceTo(first: PointRecords, point: PointRecords, milestone: string): string[] {
  const [a, b] = [first, point].map((one) => responseOf(milestone, one.outputs));
  if (a === undefined || b === undefined) return ['…'];
  const isPast = comparePoints(first, point, [a]).every(({ past, counted }) => past > 0 && past === counted);
  if (isPast) return ['…'];
  return [
    onTwoLines(spannedNumber(weightedDifference(b.values(point), a.values(first), first.weights), 'day')),
  ];
}
