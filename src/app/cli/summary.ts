import { relative } from 'node:path';
import CliTable from 'cli-table3';
import type { PointRecords } from '../../experiment/index.ts';
import { dateCell, dueDay, targetMilestone, targetProbability } from '../../output/index.ts';
import { quantileEstimate, wilson, type Estimate } from '../../statistics/index.ts';
import type { RunResult } from '../runToFolder.ts';
import { bindingByYear } from './bindingByYear.ts';
import { coloursOf, type Console } from './console.ts';
import { moneySpent } from './moneySpent.ts';
import { milestoneTitle } from './milestoneTitle.ts';
import { percentWithInterval } from './percent.ts';
import { precisionLine } from './precisionLine.ts';
import { unfinished } from './unfinished.ts';

/**
 * The answer of a run as a person reads it: milestones, the target and what it depends on, what bound, what was spent; of a milestone that
 * is asked for, its dates alone.
 */
export function summary<S>(result: RunResult<S>, console: Console, asked?: string): string {
  const { records, out, files, experiment } = result;
  const colours = coloursOf(console);
  const shown = relative('', out);
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
    'Below or beside each number stands its 95 % interval: sampling error of the simulation under the stated',
    'assumptions. It does not include uncertainty in the assumptions. … = no bound from this sample; later = after the horizon.',
    `Files in ${shown === '' ? '.' : shown}: ${files.map((file) => file.name).join(', ')}, manifest.json, report.html`,
  ].join('\n');
}

function milestones(point: PointRecords, asked: string | undefined): string {
  const { startDate, columns } = point.outputs;
  const table = newTable(['in service', 'P10', 'P50', 'P90', 'reached by the horizon']);
  const all = columns.filter(({ kind }) => kind === 'milestone');
  const undue = all.filter(({ due }) => due === undefined);
  const shown = asked === undefined ? undue : all.filter(({ name }) => name === asked);
  for (const column of shown.length > 0 ? shown : all) {
    const days = point.column(column.name).sort();
    // The same day in every replication has no interval to tell.
    const dates = [0.1, 0.5, 0.9].map((p) =>
      days[0] === days.at(-1) && days[0]! < Infinity
        ? dateCell(startDate, days[0])
        : dateWithInterval(startDate, quantileEstimate(days, p)),
    );
    const later = days.indexOf(Infinity);
    const reached = wilson(later < 0 ? days.length : later, days.length);
    table.push([milestoneTitle(column), ...dates, percentWithInterval(reached)]);
  }
  return table.toString();
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
  const inputs = [...new Set(result.effects.map(({ input }) => input))].filter(
    (input) => !isKnown(result, input),
  );
  if (inputs.length === 0) return lines;
  const table = newTable(['probability with one input held at', '10 % point', '90 % point']);
  for (const input of inputs) {
    const cells = result.effects
      .filter((effect) => effect.input === input)
      .map((effect) => percentWithInterval(effect.target));
    table.push([input, ...cells]);
  }
  return [...lines, table.toString()];
}

/** Whether an input is one number, which holding cannot change. */
function isKnown<S>({ experiment: { model, points } }: RunResult<S>, input: string): boolean {
  return model
    .inputs(points[0].scenario)
    .some(({ name, distribution }) => name === input && distribution.kind === 'constant');
}

function newTable(head: string[]): InstanceType<typeof CliTable> {
  return new CliTable({ head, style: { head: [], border: [], compact: true } });
}
