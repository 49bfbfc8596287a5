import { series, type RolloutOutput } from '../output.ts';
import { BINDING_CLASSES } from './bindingClasses.ts';
import { levels } from './curve.ts';

const TABLE = 'binding';

/** What blocks the slots of the contract, and what waits for what, by date. */
export function bindingOutputs(): RolloutOutput[] {
  return [
    ...BINDING_CLASSES.map((cause, index) =>
      series(
        {
          table: TABLE,
          name: `blocked_${cause}`,
          unit: 'rack',
          role: 'blocked',
          measure: 'blocked',
          key: { cause },
          statistic: 'share',
          description: `contract slots blocked by ${cause}`,
        },
        ({ binding }) => binding.blocked[index]!,
      ),
    ),
    series(
      {
        table: TABLE,
        name: 'binding.racks_waiting',
        unit: 'rack',
        statistic: 'mean',
        least: 0,
        description: 'racks at the dock without a position',
      },
      ({ programme }) => levels(programme.tally.racksWaiting),
    ),
    series(
      {
        table: TABLE,
        name: 'binding.positions_waiting',
        unit: 'position',
        statistic: 'mean',
        least: 0,
        description: 'ready positions without a rack',
      },
      ({ provider }) => levels(provider.tally.positionsWaiting),
    ),
  ];
}
