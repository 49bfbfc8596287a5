import type { Deployment } from '../deployment/deployment.ts';
import { BINDING_CLASSES, PLANT_CLASS } from './bindingClasses.ts';
import { levels, newSteps, pulse, type Steps } from './curve.ts';

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
export function bindingOverTime(deployment: Deployment): Binding {
  const { tally, racks, neededRacks, placed } = deployment;
  const { grid } = tally;
  const curves = BINDING_CLASSES.map(() => newSteps(grid));
  let ties = 0;
  let served = 0;
  for (const rack of placed) {
    const inService = racks.inServiceAt[rack]!;
    if (Number.isNaN(inService) || racks.replaces[rack] === 1) continue;
    served++;
    if (chargeSlot(curves, deployment, rack)) ties++;
  }
  pulse(curves[PLANT_CLASS.unmet]!, grid, 0, Number.POSITIVE_INFINITY, neededRacks - served);
  return {
    blocked: Object.fromEntries(BINDING_CLASSES.map((name, i) => [name, levels(curves[i]!)])),
    ties,
  };
}

function chargeSlot(curves: readonly Steps[], { tally: { grid }, racks }: Deployment, rack: number): boolean {
  const readyAt = racks.readyAt[rack]!;
  const dockedAt = racks.dockedAt[rack]!;
  const plantAt = racks.plantAt[rack]!;
  const placedAt = racks.placedAt[rack]!;
  const installStartAt = racks.installStartAt[rack]!;
  const tie = readyAt === dockedAt && racks.lot[rack]! >= 0;
  const positionWeight = tie ? 0.5 : dockedAt > readyAt ? 0 : 1;
  if (positionWeight < 1) pulse(curves[PLANT_CLASS.chips]!, grid, 0, dockedAt, 1 - positionWeight);
  if (positionWeight > 0) {
    pulse(curves[racks.plantClass[rack]!]!, grid, 0, plantAt, positionWeight);
    pulse(curves[PLANT_CLASS.commissioning]!, grid, plantAt, readyAt, positionWeight);
  }
  pulse(curves[PLANT_CLASS.policy]!, grid, Math.max(readyAt, dockedAt), placedAt, 1);
  pulse(curves[PLANT_CLASS.crew]!, grid, placedAt, installStartAt, 1);
  pulse(curves[PLANT_CLASS.acceptance]!, grid, installStartAt, racks.inServiceAt[rack]!, 1);
  return tie;
}
