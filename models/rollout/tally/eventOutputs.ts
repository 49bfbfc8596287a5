import { scalar, type RolloutOutput } from '../output.ts';

/** Counts of the simulation itself. */
export function eventOutputs(): RolloutOutput[] {
  return [
    scalar(
      {
        name: 'binding_ties',
        unit: 'slot',
        description: 'slots whose rack and position came at the same instant',
      },
      ({ binding }) => binding.ties,
    ),
    scalar(
      { name: 'events', unit: 'event', description: 'events executed' },
      ({ world }) => world.simulation.executedEvents,
    ),
  ];
}
