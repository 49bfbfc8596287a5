import type { MorrisRow } from '../design/index.ts';
import type { Records } from '../record/index.ts';
import { Streams } from '../random/index.ts';
import { elementaryEffects, weightedMean, type ElementaryEffects } from '../statistics/index.ts';
import { estimateCells, estimateFields } from './estimateFields.ts';
import type { Response } from './response.ts';
import type { Table } from './table.ts';

/** Morris's measures of every factor for one response. */
export interface ResponseEffects {
  readonly response: Response;
  readonly factors: readonly {
    readonly name: string;
    readonly effects: ElementaryEffects;
    readonly count: number;
  }[];
}

/** Elementary effects on the mean response over common draws, from records in the order of the design's rows. */
export function responseEffects(
  records: Records,
  rows: readonly MorrisRow[],
  factors: readonly string[],
  responses: readonly Response[],
): ResponseEffects[] {
  return responses.map((response) => {
    const means = records.points.map(
      (point) => weightedMean(response.values(point), point.weights).estimate ?? Number.NaN,
    );
    const effects = factors.map((): number[] => []);
    rows.forEach(({ moved, by }, index) => {
      if (moved >= 0 && by !== 0) effects[moved].push((means[index] - means[index - 1]) / by);
    });
    return {
      response,
      factors: factors.map((name, index) => {
        const stream = new Streams({ seed: 'bootstrap' }).open('morris', response.name, name);
        return { name, effects: elementaryEffects(effects[index], stream), count: effects[index].length };
      }),
    };
  });
}

/** `morris.csv`: size, direction and spread of each factor's elementary effects. */
export function morrisTable(effects: readonly ResponseEffects[]): Table {
  return {
    name: 'morris',
    description:
      "Morris's elementary effects on the mean response over common draws, for a move across the factor's whole range; intervals over trajectories.",
    fields: [
      { name: 'response', type: 'string', description: 'output whose mean is taken' },
      { name: 'factor', type: 'string', description: 'what is varied' },
      { name: 'unit', type: 'string', description: 'unit of the effects' },
      { name: 'trajectories', type: 'integer', description: 'elementary effects' },
      ...estimateFields('mu_star', 'number', 'mean size of the effects'),
      ...estimateFields('mu', 'number', 'mean effect, with its sign'),
      {
        name: 'sigma',
        type: 'number',
        description: 'standard deviation of the effects: interaction or curvature',
      },
    ],
    *rows() {
      for (const { response, factors } of effects) {
        for (const { name, effects: found, count } of factors) {
          yield [
            response.name,
            name,
            response.unit,
            count,
            ...estimateCells(found.size),
            ...estimateCells(found.mean),
            found.spread,
          ];
        }
      }
    },
  };
}
