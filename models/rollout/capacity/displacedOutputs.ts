import { scalar, type RolloutOutput } from '../output.ts';

/** What retrofits of existing halls took out of service. */
export function displacedOutputs(): RolloutOutput[] {
  return [
    scalar(
      {
        name: 'displaced_load',
        unit: 'GPU-day',
        description: 'older GPUs out of service during retrofits',
      },
      ({ provider }) => provider.tally.displaced.gpuDays,
    ),
    scalar(
      {
        name: 'displaced_power',
        unit: 'MW-day',
        description: 'load out of service during retrofits',
      },
      ({ provider }) => provider.tally.displaced.megawattDays,
    ),
  ];
}
