import { milestoneTitle, type Outputs, type PointRecords } from '../../record/index.ts';
import {
  asOfDay,
  chanceBefore,
  countedDays,
  dateCell,
  dueDay,
  inputEffects,
  isTelling,
  overall,
  standingOf,
  targetMilestone,
  targetProbability,
} from '../../output/index.ts';
import { weightedQuantiles, type Estimate } from '../../statistics/index.ts';
import type { RunResult } from '../runToFolder.ts';
import { bindingByYear } from './bindingByYear.ts';
import { coloursOf, processConsole, type Console } from './console.ts';
import { moneySpent } from './moneySpent.ts';
import { filesLine, numberWithInterval } from './estimateText.ts';
import { percentWithInterval } from './percent.ts';
import { plainTable } from './plainTable.ts';
import { precisionLine } from './precisionLine.ts';
import { unfinished } from './unfinished.ts';
import { wrapped } from './wrapped.ts';
import { replicationsText } from './replicationsText.ts';

/**
 * The answer of a run as a person reads it: milestones, the target and what it depends on, what bound, what was
 * spent; of a milestone that is asked for, its dates alone.
 */
export function runSummary<S>(
  result: RunResult<S>,
  console: Console = processConsole(),
  asked?: string,
): string {
  const { records, experiment } = result;
  const colours = coloursOf(console);
  const sections = records.points.flatMap((point) => [
    ...(records.points.length > 1 ? [colours.bold(point.name)] : []),
    milestones(point, asked),
    ...(asked === undefined ? target(result, point) : []),
    ...bindingByYear(point),
    ...moneySpent(point),
    ...unfinished(point),
  ]);
  return [
    colours.bold(`${result.name}: ${replicationsText(records)}, seed ${experiment.seed}`),
    ...precisionLine(result),
    ...sections,
    ...wrapped(
      'Beside each number stands its 95 % interval: sampling error of the simulation under the stated assumptions. It does not include uncertainty in the assumptions. … = no bound from this sample; later = after the horizon.',
    ),
    filesLine(result),
  ].join('\n');
}

function milestones(point: PointRecords, asked: string | undefined): string {
  const { columns } = point.outputs;
  const rows: string[][] = [];
  const all = columns.filter(({ kind }) => kind === 'milestone');
  const undue = all.filter(({ due }) => due === undefined);
  const shown = asked === undefined ? undue : all.filter(({ name }) => name === asked);
  for (const column of shown.length > 0 ? shown : all) {
    const all = point.column(column.name);
    const days = countedDays(all, point.weights);
    const isUnseen = standingOf(point.outputs, days) === 'unobserved';
    // The same day in every replication has no interval to tell.
    const dates = weightedQuantiles(all, point.weights, [0.1, 0.5, 0.9]).map((date) =>
      days[0] === days.at(-1) && days[0]! < Infinity
        ? dateCell(point.outputs.startDate, days[0])!
        : dateWithInterval(point.outputs, date, isUnseen),
    );
    const reached = chanceBefore(point, column.name, Infinity);
    rows.push([milestoneTitle(column), ...dates, percentWithInterval(reached)]);
  }
  return plainTable(['in service', 'P10', 'P50', 'P90', 'reached by the horizon'], rows);
}

function dateWithInterval(outputs: Outputs, { estimate, low, high }: Estimate, isUnseen: boolean): string {
  const { startDate, asOf } = outputs;
  if (isUnseen && estimate !== undefined && Math.floor(estimate) < asOfDay(outputs))
    return `before ${asOf}, not observed`;
  const [date, from, to] = [estimate, low, high].map((day) => dateCell(startDate, day));
  if (date === undefined) return from === undefined ? 'later' : `later\n${from} to …`;
  return `${date}\n${from ?? '…'} to ${to ?? '…'}`;
}

/** The probability of the target by its date, and how the runs came out where each main input was drawn low or high. */
function target<S>(result: RunResult<S>, point: PointRecords): string[] {
  const column = targetMilestone(point.outputs.columns);
  const probability = targetProbability(result.records, point.name);
  if (column?.due === undefined || probability === undefined) return [];
  const lines = [
    `P(${milestoneTitle(column)} by ${dateCell(point.outputs.startDate, dueDay(column, point.outputs))}): ${percentWithInterval(probability)}`,
  ];
  const effects = inputEffects(point);
  if (effects.length === 0) return lines;
  const { attained } = overall(point);
  const isProbability = attained.estimate === undefined || isTelling(probability.estimate);
  const rows = [...new Set(effects.map(({ input }) => input))].map((input) => {
    const fifths = effects.filter((effect) => effect.input === input);
    const cells = fifths.map((effect) =>
      percentWithInterval(isProbability ? effect.target : effect.attained!),
    );
    return [input, ...cells, numberWithInterval(fifths[0]!.rankCorrelation)];
  });
  const what = isProbability ? 'that probability' : 'part of it in service by then';
  return [
    ...lines,
    ...(isProbability ? [] : [`On average ${percentWithInterval(attained)} of it is in service by then.`]),
    plainTable([`${what}, by input`, 'its lowest fifth', 'its highest fifth', 'rank correlation'], rows),
  ];
}
