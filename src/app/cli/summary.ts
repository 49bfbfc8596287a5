import {
  answerOf,
  asOfIn,
  pastDueSentence,
  pastText,
  runResults,
  targetSentence,
  type Answer,
  type Estimated,
} from '../../answer/index.ts';
import type { PointRecords } from '../../record/index.ts';
import type { RunResult } from '../runToFolder.ts';
import { bindingByYear } from './bindingByYear.ts';
import { coloursOf, processConsole, type Console } from './console.ts';
import { everyTarget } from './everyTarget.ts';
import { milestoneDates } from './milestoneDates.ts';
import { isWithoutMilestones, outputMeans, titleWithUnit } from './outputMeans.ts';
import { moneySpent } from './moneySpent.ts';
import { numberWithInterval } from './estimateText.ts';
import { percentWithInterval } from './percent.ts';
import { plainTable } from './plainTable.ts';
import { precisionLine } from './precisionLine.ts';
import { unfinished } from './unfinished.ts';
import { wrapped } from './wrapped.ts';
import { replicationsText } from './replicationsText.ts';
import { filesLine } from './writtenFiles.ts';

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
  const results = runResults(records);
  const asOf = asOfIn(results);
  const [{ outputs: first }] = records.points;
  const sections = records.points.flatMap((point) => {
    const { name, outputs } = point;
    const answer = answerOf(results, records.points.length > 1 ? name : undefined);
    return [
      ...(records.points.length > 1 ? [colours.bold(name)] : []),
      isWithoutMilestones(outputs) ? means(point) : milestones(answer, asked, outputs.asOf),
      ...(asked === undefined ? [...target(answer, asOf), ...everyTarget(answer.targets)] : []),
      ...bindingByYear(answer.boundBy),
      ...moneySpent(answer.spend),
      ...unfinished(answer.unfinished),
    ];
  });
  return [
    colours.bold(`${result.name}: ${replicationsText(records)}, seed ${experiment.seed}`),
    ...precisionLine(result),
    ...past(asOf, records.given !== undefined),
    ...sections,
    ...wrapped(
      `Beside each number stands its 95 % interval: sampling error of the simulation under the stated assumptions. It does not include uncertainty in the assumptions. Where its ends are equal, all replications or nearly all agree. … = no bound from this sample${asOf === undefined ? '' : `, or one before ${asOf}`}${isWithoutMilestones(first) ? '' : '; later = after the horizon'}.`,
    ),
    filesLine(result),
  ].join('\n');
}

/** What is said of the days before the as-of date, where there are such. */
function past(asOf: string | undefined, isTold: boolean): string[] {
  if (asOf === undefined) return [];
  return wrapped(`${pastText(asOf, isTold)}, so no earlier date is given as a forecast.`);
}

/** The means of a model without milestones. */
function means(point: PointRecords): string {
  const rows = outputMeans(point).map((output) => [
    titleWithUnit(output),
    numberWithInterval(output.mean, output.unit),
  ]);
  if (rows.length === 0)
    return 'It has neither milestones nor scalar outputs: what it recorded is in the files.';
  return plainTable(['output', 'mean'], rows);
}

function milestones(
  { milestones: all }: Answer,
  asked: string | undefined,
  asOf: string | undefined,
): string {
  const undue = all.filter(({ due }) => due === undefined);
  const shown = asked === undefined ? undue : all.filter(({ name }) => name === asked);
  const rows = (shown.length > 0 ? shown : all).map((milestone) => [
    milestone.title,
    ...milestoneDates(milestone, asOf),
    percentWithInterval(milestone.reached),
  ]);
  return plainTable([headOf(all), 'P10', 'P50', 'P90', 'reached by the horizon'], rows);
}

function headOf(milestones: Answer['milestones']): string {
  return [...new Set(milestones.map(({ onceReached }) => onceReached))].join(' or ');
}

/** What is told of the runs in which an input was drawn low or high, and of all of them. */
const MEASURES: Readonly<
  Record<
    Answer['inputs']['measure'],
    {
      readonly what: string;
      readonly text: (estimate: Estimated<number>) => string;
      readonly all?: (text: string) => string;
    }
  >
> = {
  p_target: { what: 'that probability', text: percentWithInterval },
  attained: {
    what: 'part of it in service by then',
    text: percentWithInterval,
    all: (text) => `On average ${text} of it is in service by then.`,
  },
  mean_days: {
    what: 'mean days to it',
    text: (days) => numberWithInterval(days, 'day'),
    all: (text) => `It takes ${text} days on average, counted up to the horizon.`,
  },
};

/** The probability of the target by its date, and how the runs came out where each main input was drawn low or high. */
function target(
  { target: found, pastDue, inputs: { measure, base, inputs } }: Answer,
  asOf: string | undefined,
): string[] {
  if (pastDue !== undefined && asOf !== undefined)
    return wrapped(`${pastDueSentence(pastDue, { asOf, date: (iso) => iso })}.`);
  if (found?.isDue !== true) return [];
  const sentence = targetSentence(found, {
    date: (iso) => iso,
    probability: percentWithInterval(found.probability),
  });
  const lines = wrapped(`${sentence}.`);
  if (inputs.length === 0) return lines;
  const { what, text, all } = MEASURES[measure];
  const rows = inputs.map(({ title, low, high, rankCorrelation }) => [
    title,
    text(low),
    text(high),
    numberWithInterval(rankCorrelation),
  ]);
  return [
    ...lines,
    ...(all === undefined || base === undefined ? [] : [all(text(base))]),
    plainTable([`${what}, by input`, 'its lowest fifth', 'its highest fifth', 'rank correlation'], rows),
  ];
}
