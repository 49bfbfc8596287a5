import type { Comparison } from '../explain/index.ts';
import { estimateCells, estimateFields } from './estimateFields.ts';
import type { Table } from './table.ts';

/** `compare.csv`: the difference of each response between pairs of points, beside both absolute values. */
export function compareTable(
  pairs: readonly { readonly a: string; readonly b: string; readonly comparisons: readonly Comparison[] }[],
): Table {
  const hasPast = pairs.some(({ comparisons }) => comparisons.some(({ past }) => past > 0));
  return {
    name: 'compare',
    description:
      'Differences, b less a, over common draws (paired t; of proportions Bonett and Price). A milestone not reached counts as reached at the horizon: its mean is restricted wherever censored is above 0.',
    fields: [
      { name: 'a', type: 'string', description: 'first point' },
      { name: 'b', type: 'string', description: 'second point' },
      {
        name: 'response',
        type: 'string',
        description: 'what is compared: on time is whether the target is reached by its date',
      },
      { name: 'unit', type: 'string', description: 'unit of the response' },
      { name: 'replications', type: 'integer', description: 'pairs' },
      {
        name: 'censored',
        type: 'integer',
        description: 'pairs in which the horizon came first on either side',
      },
      ...(hasPast
        ? [
            {
              name: 'past',
              type: 'integer' as const,
              description:
                'pairs that count and have it before the as-of date, the later one of two, on both sides: drawn, no forecast; all where the target was due before it',
            },
            {
              name: 'counted',
              type: 'integer' as const,
              description: 'pairs that count: where as many lie before the as-of date nothing is forecast',
            },
          ]
        : []),
      ...estimateFields('mean_a', 'number', 'mean or proportion of the first point, alone'),
      ...estimateFields('mean_b', 'number', 'mean or proportion of the second point, alone'),
      ...estimateFields('difference', 'number', 'mean of b less a over the pairs'),
      {
        name: 'correlation',
        type: 'number',
        description: 'correlation of the pairs; below zero, common draws made the comparison worse',
      },
    ],
    *rows() {
      for (const { a, b, comparisons } of pairs) {
        for (const {
          response,
          replications,
          censored,
          past,
          counted,
          difference,
          ...absolute
        } of comparisons) {
          yield [
            a,
            b,
            response.name,
            response.unit,
            replications,
            censored,
            ...(hasPast ? [past, counted] : []),
            ...estimateCells(absolute.a),
            ...estimateCells(absolute.b),
            ...estimateCells(difference),
            difference.correlation,
          ];
        }
      }
    },
  };
}
