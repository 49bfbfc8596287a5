import type { Racks } from '../deployment/racks.ts';
import type { Fleet } from '../deployment/floor.ts';
import type { Programme } from '../market/programme.ts';
import { BINDING_CLASSES, PLANT_CLASS } from './bindingClasses.ts';
import { levels, newSteps, pulse, type Steps } from './curve.ts';
import type { Grid } from './grid.ts';

/** What every blocked contract slot waits for, over time. */
export interface Binding {
  /** Slots blocked by each class at the end of every grid day, in racks. */
  readonly blocked: Readonly<Record<string, Float64Array>>;
  /** Slots whose rack and position came on the same instant: their wait is split between the two. */
  readonly ties: number;
}

/**
 * Charges each blocked slot of the contract to the prerequisite that, of those it still lacks, arrives last.
 *
 * Position and rack are the two tracks that meet. Until they have, a slot is charged to the track that ends
 * later: to chips, or along the position's track to its last plant and then to commissioning. Where a policy still
 * holds the rack, the slot waits for the policy; then for its crew, and then for acceptance. A slot without a rack in service by the horizon is `unmet` throughout.
 */
export function bindingOverTime(
  { racks, placed }: Fleet,
  { index, need, product }: Programme,
  grid: Grid,
): Binding {
  const curves = BINDING_CLASSES.map(() => newSteps(grid));
  let ties = 0;
  let served = 0;
  for (const rack of placed) {
    const inService = racks.inServiceAt[rack]!;
    if (racks.programme[rack] !== index || Number.isNaN(inService) || racks.replaces[rack] === 1) continue;
    const slots = racks.slotGpus[rack]! / product.gpusPerRack;
    served += slots;
    if (chargeSlot(curves, grid, { racks, rack, slots })) ties++;
  }
  pulse(
    curves[PLANT_CLASS.unmet]!,
    grid,
    0,
    Number.POSITIVE_INFINITY,
    need.gpus / product.gpusPerRack - served,
  );
  return {
    blocked: Object.fromEntries(BINDING_CLASSES.map((name, i) => [name, levels(curves[i]!)])),
    ties,
  };
}

function chargeSlot(
  curves: readonly Steps[],
  grid: Grid,
  { racks, rack, slots }: { racks: Racks; rack: number; slots: number },
): boolean {
  const readyAt = racks.readyAt[rack]!;
  const dockedAt = racks.dockedAt[rack]!;
  const plantAt = racks.plantAt[rack]!;
  const placedAt = racks.placedAt[rack]!;
  const installStartAt = racks.installStartAt[rack]!;
  const tie = readyAt === dockedAt && racks.lot[rack]! >= 0;
  const positionWeight = tie ? 0.5 : dockedAt > readyAt ? 0 : 1;
  if (positionWeight < 1) pulse(curves[PLANT_CLASS.chips]!, grid, 0, dockedAt, slots * (1 - positionWeight));
  if (positionWeight > 0) {
    pulse(curves[racks.plantClass[rack]!]!, grid, 0, plantAt, slots * positionWeight);
    pulse(curves[PLANT_CLASS.commissioning]!, grid, plantAt, readyAt, slots * positionWeight);
  }
  pulse(curves[PLANT_CLASS.policy]!, grid, Math.max(readyAt, dockedAt), placedAt, slots);
  pulse(curves[PLANT_CLASS.crew]!, grid, placedAt, installStartAt, slots);
  pulse(curves[PLANT_CLASS.acceptance]!, grid, installStartAt, racks.inServiceAt[rack]!, slots);
  return tie;
}
