import { integrals, levels, type Curve } from '../tally/curve.ts';
import type { Grid } from '../tally/grid.ts';

/** The fleet of who stays, by report date and after it. */
export interface Staying {
  /** GPUs in service at the end of each report date, and GPU-days up to it. */
  readonly gpus: Float64Array;
  readonly gpuDays: Float64Array;
  /**
   * GPU-days up to a day: straight between report dates, and with the GPUs of the last one after it.
   */
  gpuDaysBy(day: number): number;
}

/** Reads the fleet off its curve of racks in service. */
export function stayingFleet(inService: Curve, grid: Grid, gpusPerRack: number): Staying {
  const gpus = levels(inService).map((racks) => racks * gpusPerRack);
  const gpuDays = integrals(inService, grid).map((rackDays) => rackDays * gpusPerRack);
  const { ends } = grid;
  const last = ends.length - 1;
  return {
    gpus,
    gpuDays,
    gpuDaysBy: (day) => {
      if (day >= ends[last]!) return gpuDays[last]! + gpus[last]! * (day - ends[last]!);
      const index = grid.indexOf(day);
      const [from, before] = index === 0 ? [0, 0] : [ends[index - 1]!, gpuDays[index - 1]!];
      const part = (Math.max(0, day) - from) / (ends[index]! - from);
      return before + part * (gpuDays[index]! - before);
    },
  };
}
