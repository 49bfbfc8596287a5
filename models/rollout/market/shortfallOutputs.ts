import { scalar, type RolloutOutput } from '../output.ts';

/** GPU-days short of each milestone by the horizon: like its day, but never censored. */
export function shortfallOutputs(milestones: readonly string[]): RolloutOutput[] {
  return milestones.map((milestone, index) =>
    scalar(
      {
        name: `gpu_days_short:${milestone}`,
        unit: 'GPU-day',
        role: 'shortfall',
        key: { milestone },
        description: `GPUs short of ${milestone}, integrated to the horizon`,
      },
      ({ reached, world }) => reached[index]!.shortfall(world.horizonDays),
    ),
  );
}
