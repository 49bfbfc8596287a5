import { TOLD_QUANTILES } from './toldQuantiles.ts';
import { Z90 } from '../random/z90.ts';
import { observedColumns } from '../experiment/given.ts';
import type { Column, Given } from '../record/index.ts';
import { weightedQuantiles } from '../statistics/index.ts';
import { estimateCells, estimateFields } from './estimateFields.ts';
import type { Table } from './table.ts';

/**
 * `observed.csv`: what was observed, what the replications have of it before they are weighted by it, and what those
 * have that count.
 */
export function observedTable({ base, weights, effective }: Given): Table {
  return {
    name: 'observed',
    description:
      'What was observed, with its 80 % interval, and what the replications have of it: all alike (before), and weighted by how well they agree with all that was observed (given). Quantiles of type 7; 95 % intervals for the effective number of replications. A day counts from the start; an empty cell is one after the horizon.',
    fields: [
      { name: 'observed', type: 'string', description: 'what was observed' },
      { name: 'source', type: 'string', description: 'who said so' },
      { name: 'unit', type: 'string', description: 'unit of all numbers of the row' },
      { name: 'stated', type: 'number', description: 'what was stated' },
      { name: 'stated_low', type: 'number', description: 'lower end of its 80 % interval' },
      { name: 'stated_high', type: 'number', description: 'upper end of its 80 % interval' },
      ...TOLD_QUANTILES.flatMap((p) =>
        estimateFields(`before_p${p * 100}`, 'number', `${p * 100} % quantile over all replications alike`),
      ),
      ...TOLD_QUANTILES.flatMap((p) =>
        estimateFields(`given_p${p * 100}`, 'number', `${p * 100} % quantile given all that was observed`),
      ),
      { name: 'replications', type: 'integer', unit: 'replications', description: 'replications' },
      {
        name: 'effective_replications',
        type: 'number',
        unit: 'replications',
        description: 'how many that count alike would tell as much (Kish): of all observations together',
      },
    ],
    *rows() {
      for (const column of observedColumns(base.outputs)) {
        const values = base.column(column.name);
        const { value, deviation, what, source } = observationOf(column);
        yield [
          what,
          source,
          column.unit,
          value,
          value - Z90 * deviation,
          value + Z90 * deviation,
          ...weightedQuantiles(values, undefined, TOLD_QUANTILES).flatMap(estimateCells),
          ...weightedQuantiles(values, weights, TOLD_QUANTILES).flatMap(estimateCells),
          base.replications,
          effective,
        ];
      }
    },
  };
}

function observationOf({ observation }: Column): NonNullable<Column['observation']> {
  return observation!;
}
