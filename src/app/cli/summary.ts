import { relative } from 'node:path';
import CliTable from 'cli-table3';
import { dateCell } from '../../output/index.ts';
import { quantileEstimate, wilson } from '../../statistics/index.ts';
import type { RunResult } from '../runToFolder.ts';
import { coloursOf, type Console } from './console.ts';

/** The table at the end of a run. */
export function summary<S>(result: RunResult<S>, console: Console): string {
  const { records, out, files } = result;
  const colours = coloursOf(console);
  const several = records.points.length > 1;
  const table = new CliTable({
    head: [...(several ? ['point'] : []), 'milestone', 'P10', 'P50', 'P90', 'reached'],
    style: { head: [], border: [] },
  });
  for (const point of records.points) {
    const { startDate, columns } = point.outputs;
    for (const column of columns) {
      if (column.kind !== 'milestone') continue;
      const days = point.column(column.name).sort();
      const dates = [0.1, 0.5, 0.9].map((p) => {
        const { estimate, low, high } = quantileEstimate(days, p);
        const [date, from, to] = [estimate, low, high].map((day) => dateCell(startDate, day));
        return date === undefined ? 'after the horizon' : `${date}\n${from ?? '…'} to ${to ?? '…'}`;
      });
      const finite = days.indexOf(Infinity);
      const { estimate, low, high } = wilson(finite < 0 ? days.length : finite, days.length);
      const reached = `${percent(estimate)}\n${percent(low)} to ${percent(high)}`;
      table.push([...(several ? [point.name] : []), column.name, ...dates, reached]);
    }
  }
  const shown = relative('', out);
  return [
    colours.bold(`${result.name}: ${records.replications} replications, seed ${result.experiment.seed}`),
    ...(result.precise === undefined ? [] : [`precision ${result.precise ? '' : 'not '}reached`]),
    ...(table.length > 0 ? [table.toString()] : []),
    "Intervals are 95 %: the simulation's sampling error under the stated assumptions.",
    `Files in ${shown === '' ? '.' : shown}: ${files.map((file) => file.name).join(', ')}, manifest.json`,
  ].join('\n');
}

function percent(share: number | undefined): string {
  return share === undefined ? '…' : `${(share * 100).toFixed(1)} %`;
}
