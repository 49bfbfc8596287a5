import type { PointRecords } from '../../experiment/index.ts';
import { dateCell, dueDay, targetMilestone, targetProbability } from '../../output/index.ts';
import { quantileEstimate, wilson, type Estimate } from '../../statistics/index.ts';
import type { RunResult } from '../runToFolder.ts';
import { bindingByYear } from './bindingByYear.ts';
import { coloursOf, processConsole, type Console } from './console.ts';
import { moneySpent } from './moneySpent.ts';
import { filesLine } from './estimateText.ts';
import { milestoneTitle } from './milestoneTitle.ts';
import { percentWithInterval } from './percent.ts';
import { plainTable } from './plainTable.ts';
import { precisionLine } from './precisionLine.ts';
import { unfinished } from './unfinished.ts';
import { wrapped } from './wrapped.ts';

/**
 * The answer of a run as a person reads it: milestones, the target and what it depends on, what bound, what was spent; of a milestone that
 * is asked for, its dates alone.
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
    colours.bold(`${result.name}: ${records.replications} replications, seed ${experiment.seed}`),
    ...precisionLine(result),
    ...sections,
    ...wrapped(
      'Beside each number stands its 95 % interval: sampling error of the simulation under the stated assumptions. It does not include uncertainty in the assumptions. … = no bound from this sample; later = after the horizon.',
    ),
    filesLine(result),
  ].join('\n');
}

function milestones(point: PointRecords, asked: string | undefined): string {
  const { startDate, columns } = point.outputs;
  const rows: string[][] = [];
  const all = columns.filter(({ kind }) => kind === 'milestone');
  const undue = all.filter(({ due }) => due === undefined);
  const shown = asked === undefined ? undue : all.filter(({ name }) => name === asked);
  for (const column of shown.length > 0 ? shown : all) {
    const days = point.column(column.name).sort();
    const dates = [0.1, 0.5, 0.9].map((p) => dateWithInterval(startDate, quantileEstimate(days, p)));
    const later = days.indexOf(Infinity);
    const reached = wilson(later < 0 ? days.length : later, days.length);
    rows.push([milestoneTitle(column), ...dates, percentWithInterval(reached)]);
  }
  return plainTable(['in service', 'P10', 'P50', 'P90', 'reached by the horizon'], rows);
}

function dateWithInterval(startDate: string, { estimate, low, high }: Estimate): string {
  const [date, from, to] = [estimate, low, high].map((day) => dateCell(startDate, day));
  if (date === undefined) return from === undefined ? 'later' : `later\n${from} to …`;
  return `${date}\n${from ?? '…'} to ${to ?? '…'}`;
}

/** The probability of the target by its date, and beside it with each main input at its 10 % and its 90 % point. */
function target<S>(result: RunResult<S>, point: PointRecords): string[] {
  const column = targetMilestone(point.outputs.columns);
  const probability = targetProbability(result.records, point.name);
  if (column?.due === undefined || probability === undefined) return [];
  const lines = [
    `P(${milestoneTitle(column)} by ${dateCell(point.outputs.startDate, dueDay(column, point.outputs))}): ${percentWithInterval(probability)}`,
  ];
  if (result.effects.length === 0) return lines;
  const inputs = [...new Set(result.effects.map(({ input }) => input))];
  const rows = inputs.map((input) => {
    const held = result.effects.filter((effect) => effect.input === input);
    return [input, ...held.map((effect) => percentWithInterval(effect.target))];
  });
  return [...lines, plainTable(['probability with one input held at', '10 % point', '90 % point'], rows)];
}
