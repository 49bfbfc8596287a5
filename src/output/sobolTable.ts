import { estimateCells, estimateFields } from './estimateFields.ts';
import type { ResponseIndices } from '../explain/index.ts';
import type { Table } from './table.ts';

/** `sobol.csv`: first-order and total index of each factor, the replication's random numbers among them. */
export function sobolTable(indices: readonly ResponseIndices[]): Table {
  return {
    name: 'sobol',
    description:
      'Sobol indices over uncertain inputs taken as independent and the replication seed (its total is the aleatory share). Saltelli and Jansen estimators, percentile bootstrap over rows.',
    fields: [
      { name: 'response', type: 'string', description: 'output whose variance is divided' },
      { name: 'factor', type: 'string', description: 'uncertain input, or the replication seed' },
      { name: 'rows', type: 'integer', description: 'rows of the design' },
      ...estimateFields('first', 'number', 'part of the variance that the factor explains alone', 'share'),
      ...estimateFields('total', 'number', 'the same with all interactions', 'share'),
    ],
    *rows() {
      for (const { response, rows, factors } of indices) {
        for (const { name, index } of factors) {
          yield [response.name, name, rows, ...estimateCells(index.first), ...estimateCells(index.total)];
        }
      }
    },
  };
}
