import { DAY_HOURS } from '../../../src/kernel/lengths.ts';
import type { FinishedRun } from '../finishedRun.ts';
import { scalar, type RolloutOutput } from '../output.ts';

/** What racks, positions and chips waited for each other, and what that is worth. */
export function idleOutputs(): RolloutOutput[] {
  return [
    scalar(
      { name: 'racks_waiting_for_positions', unit: 'rack-day', description: 'time racks waited at the dock' },
      ({ waits }) => waits.position,
    ),
    scalar(
      {
        name: 'racks_waiting_for_crews',
        unit: 'rack-day',
        description: 'time placed racks waited for their turn with a crew',
      },
      ({ waits }) => waits.crew,
    ),
    scalar(
      {
        name: 'positions_waiting_for_racks',
        unit: 'position-day',
        description: 'time ready positions waited for the rack they got',
      },
      ({ waits }) => waits.positionsForRacks,
    ),
    scalar(
      {
        name: 'position_waiting_energy',
        unit: 'MW-day',
        description: 'facility power of the positions that waited for racks',
      },
      ({ waits, programme }) => (waits.positionsForRacks * programme.product.kilowattsPerRack) / 1000,
    ),
    scalar(
      {
        name: 'chips_waiting_for_halls',
        unit: 'GPU-day',
        description: 'time GPUs waited at the dock',
      },
      chipsForHalls,
    ),
    scalar(
      {
        name: 'chips_waiting_value',
        unit: '$',
        description: 'price of the GPU-days that waited at the dock',
      },
      (run) => chipsForHalls(run) * dollarsPerGpuDay(run),
    ),
    scalar(
      {
        name: 'halls_waiting_for_chips',
        unit: 'GPU-day',
        description: 'time ready positions waited for the rack they got, as GPUs',
      },
      hallsForChips,
    ),
    scalar(
      {
        name: 'halls_waiting_value',
        unit: '$',
        description: 'price of the GPU-days that ready positions waited',
      },
      (run) => hallsForChips(run) * dollarsPerGpuDay(run),
    ),
  ];
}

function chipsForHalls({ waits, programme }: FinishedRun): number {
  return waits.position * programme.product.gpusPerRack;
}

function hallsForChips({ waits, programme }: FinishedRun): number {
  return waits.positionsForRacks * programme.product.gpusPerRack;
}

function dollarsPerGpuDay({ programme }: FinishedRun): number {
  return programme.price * DAY_HOURS;
}
