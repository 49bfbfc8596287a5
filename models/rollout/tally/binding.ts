import type { Racks } from '../deployment/racks.ts';
import type { Fleet } from '../deployment/floor.ts';
import type { Programme } from '../market/programme.ts';
import { BINDING_CLASSES, PLANT_CLASS } from './bindingClasses.ts';
import { levelsOf, newStepsEach, type Steps } from './curve.ts';
import type { Grid } from './grid.ts';

/** What every blocked contract slot waits for, over time. */
export interface Binding {
  /** Slots blocked by each class of `BINDING_CLASSES` at the end of every grid day, in racks. */
  readonly blocked: readonly Float64Array[];
  /** Slots whose rack and position came on the same instant: their wait is split between the two. */
  readonly ties: number;
}

/**
 * Charges each blocked slot of the contract to the prerequisite that, of those it still lacks, arrives last.
 *
 * Position and rack are the two tracks that meet. Until they have, a slot is charged to the track that ends later: to
 * chips, or along the position's track to its last plant and then to commissioning. Where a policy still holds the
 * rack, the slot waits for the policy; then for its crew, and then for acceptance. A slot without a rack in service
 * by the horizon is `unmet` throughout.
 */
export function bindingOverTime(
  { racks, placed }: Fleet,
  { index, need, product }: Programme,
  grid: Grid,
): Binding {
  const curves = newStepsEach(grid, BINDING_CLASSES.length);
  const { programme, inServiceAt, replaces, slotGpus } = racks;
  let ties = 0;
  let served = 0;
  for (let place = 0; place < placed.length; place++) {
    const rack = placed[place]!;
    if (programme[rack] !== index || Number.isNaN(inServiceAt[rack]!) || replaces[rack] === 1) continue;
    const slots = slotGpus[rack]! / product.gpusPerRack;
    served += slots;
    if (chargeSlot(curves, grid, racks, rack, slots)) ties++;
  }
  charge(curves[PLANT_CLASS.unmet]!, 0, grid.days.length, need.gpus / product.gpusPerRack - served);
  const blocked = levelsOf(curves);
  // Parts of slots, as successors fill them, leave rounding behind.
  for (const slots of blocked)
    for (let day = 0; day < slots.length; day++) slots[day] = Math.max(0, slots[day]!);
  return { blocked, ties };
}

function chargeSlot(
  curves: readonly Steps[],
  grid: Grid,
  racks: Racks,
  rack: number,
  slots: number,
): boolean {
  const readyAt = racks.readyAt[rack]!;
  const dockedAt = racks.dockedAt[rack]!;
  const docked = grid.indexOf(dockedAt);
  const ready = grid.indexOf(readyAt);
  const placed = grid.indexOf(racks.placedAt[rack]!);
  const begun = grid.indexOf(racks.installStartAt[rack]!);
  const tie = readyAt === dockedAt && racks.lot[rack]! >= 0;
  const positionWeight = tie ? 0.5 : dockedAt > readyAt ? 0 : 1;
  if (positionWeight < 1) charge(curves[PLANT_CLASS.chips]!, 0, docked, slots * (1 - positionWeight));
  if (positionWeight > 0) {
    const plant = grid.indexOf(racks.plantAt[rack]!);
    charge(curves[racks.plantClass[rack]!]!, 0, plant, slots * positionWeight);
    charge(curves[PLANT_CLASS.commissioning]!, plant, ready, slots * positionWeight);
  }
  charge(curves[PLANT_CLASS.policy]!, Math.max(ready, docked), placed, slots);
  charge(curves[PLANT_CLASS.crew]!, placed, begun, slots);
  charge(curves[PLANT_CLASS.acceptance]!, begun, grid.indexOf(racks.inServiceAt[rack]!), slots);
  return tie;
}

/** Adds an amount on the grid days from one on and before another. */
function charge({ change }: Steps, from: number, to: number, amount: number): void {
  if (to <= from) return;
  change[from]! += amount;
  change[to]! -= amount;
}
