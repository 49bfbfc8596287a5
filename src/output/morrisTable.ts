import { estimateCells, estimateFields } from './estimateFields.ts';
import type { ResponseEffects } from '../explain/index.ts';
import type { Table } from './table.ts';

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
