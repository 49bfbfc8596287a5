import { positionsFor } from '../capacity/positions.ts';
import type { Hall } from '../scenario.ts';
import type { CoolingPlant } from './schema.ts';

/** Facility over IT power on the hottest day that a scenario's facility power assumes when it does not say. */
export const REFERENCE_PUE = 1.3;

/** A hall's rack positions and what one rack draws there. */
export interface HallLoad {
  readonly positions: number;
  /** Kilowatts of one rack: IT, and facility on the hottest day. */
  readonly itKilowatts: number;
  readonly peakKilowatts: number;
}

/**
 * Whole pods of positions that a hall can power and cool.
 *
 * IT power × peak PUE of the plant stays within the hall's power, and IT power within the heat the plant rejects. A
 * rack above the hall's limit for air cooling is never placed there.
 *
 * @param options.kilowattsPerRack facility kW of a rack under the reference PUE
 * @param options.rackKilowatts IT kW of a rack as its data sheet gives it; from the facility kW by default
 */
export function hallLoad(
  hall: Pick<Hall, 'power' | 'rackLimit'>,
  {
    plant,
    kilowattsPerRack,
    referencePue = REFERENCE_PUE,
    rackKilowatts = kilowattsPerRack / referencePue,
    podRacks,
  }: {
    plant: CoolingPlant | undefined;
    kilowattsPerRack: number;
    referencePue?: number | undefined;
    rackKilowatts?: number | undefined;
    podRacks: number;
  },
): HallLoad {
  const itKilowatts = kilowattsPerRack / referencePue;
  const peakKilowatts = plant === undefined ? kilowattsPerRack : itKilowatts * plant.peakPue;
  const powered = positionsFor({ megawatts: hall.power, kilowattsPerRack: peakKilowatts, podRacks });
  const cooled =
    plant?.heatRejection === undefined
      ? powered
      : positionsFor({ megawatts: plant.heatRejection, kilowattsPerRack: itKilowatts, podRacks });
  const allowed = hall.rackLimit === undefined || rackKilowatts <= hall.rackLimit;
  return { positions: allowed ? Math.min(powered, cooled) : 0, itKilowatts, peakKilowatts };
}
