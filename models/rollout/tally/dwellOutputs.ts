import { series, type RolloutOutput } from '../output.ts';
import { DOCK_AGES } from './dwell.ts';

/** Racks that wait at the dock, by age and date. */
export function dwellOutputs(): RolloutOutput[] {
  return DOCK_AGES.map(({ name: age }, index) =>
    series(
      {
        table: 'dwell',
        name: `at_dock:${age}`,
        unit: 'rack',
        measure: 'at_dock',
        key: { age },
        statistic: 'mean',
        least: 0,
        description: 'racks at the dock without a position',
      },
      ({ dwell }) => dwell[index]!,
    ),
  );
}
