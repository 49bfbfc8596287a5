import { Streams } from '../random/index.ts';
import type { Records } from '../record/index.ts';
import { sobolIndices, type SobolIndex } from '../statistics/index.ts';
import { estimateCells, estimateFields } from './estimateFields.ts';
import type { Response } from './response.ts';
import type { Table } from './table.ts';

/** Name of the factor that stands for the replication's random numbers. */
export const SEED_FACTOR = 'replication seed';

/** The indices of one response. */
export interface ResponseIndices {
  readonly response: Response;
  readonly rows: number;
  readonly factors: readonly { readonly name: string; readonly index: SobolIndex }[];
}

/** Sobol indices from the records of points A, B, AB_1 … AB_d and A with the seed of B, in that order. */
export function responseIndices(
  records: Records,
  inputs: readonly string[],
  responses: readonly Response[],
): ResponseIndices[] {
  const names = [...inputs, SEED_FACTOR];
  return responses.map((response) => {
    const [a, b, ...mixed] = records.points.map((point) => response.values(point));
    const stream = new Streams({ seed: 'bootstrap' }).open('sobol', response.name, 'rows');
    const indices = sobolIndices(a, b, mixed, { stream });
    return {
      response,
      rows: records.replications,
      factors: names.map((name, factor) => ({ name, index: indices[factor] })),
    };
  });
}

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
