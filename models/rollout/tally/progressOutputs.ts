import type { Role } from '../../../src/record/index.ts';
import type { FinishedRun } from '../finishedRun.ts';
import { series, type RolloutOutput } from '../output.ts';
import type { RolloutScenario } from '../scenario.ts';
import { addLevels, levels, levelsIn, type Curve } from './curve.ts';
import { installedSlots } from './installed.ts';

const TABLE = 'fan';

/** How far the first tenant's racks and their sites have come, by date. */
export function progressOutputs({
  deployment,
}: {
  readonly deployment: Pick<RolloutScenario['deployment'], 'billable'>;
}): RolloutOutput[] {
  return [...gpuOutputs(deployment.billable), ...megawattOutputs(), ...waitingOutputs()];
}

function gpuOutputs(billable: RolloutScenario['deployment']['billable']): RolloutOutput[] {
  const gpu = (said: { name: string; role?: Role; description: string }, read: typeof inService) =>
    series({ table: TABLE, unit: 'gpu', ...said }, read);
  return [
    gpu(
      { name: 'gpus', role: 'progress', description: 'GPUs in service: accepted for the first time' },
      inService,
    ),
    gpu({ name: 'available_gpus', description: 'GPUs in service that can be used' }, available),
    gpu(
      { name: 'billable_gpus', description: 'GPUs the tenant is billed for' },
      billable === 'available' ? available : inService,
    ),
    gpu(
      {
        name: 'largest_cluster_gpus',
        role: 'largest cluster',
        description: 'usable GPUs of the site that has most of them',
      },
      ({ availability, programme }) => gpus(availability.largestCluster, programme),
    ),
    gpu(
      { name: 'docked_gpus', role: 'delivered', description: 'GPUs at the dock or beyond it' },
      ({ programme }) => levelsIn(programme.tally.docked, { times: programme.product.gpusPerRack }),
    ),
    gpu(
      { name: 'installed_gpus', role: 'installed', description: 'GPUs installed' },
      ({ floor, programme, grid }) => gpus(installedSlots(floor, programme, grid), programme),
    ),
  ];
}

function megawattOutputs(): RolloutOutput[] {
  const megawatt = (said: { name: string; role?: Role; description: string }, read: typeof inService) =>
    series({ table: TABLE, unit: 'MW', ...said }, read);
  return [
    megawatt(
      { name: 'energized_mw', role: 'energized', description: 'facility power energized at the sites' },
      (run) => ofSites(run, run.provider.tally.energizedMegawatts),
    ),
    megawatt(
      { name: 'cooled_mw', role: 'cooled', description: 'facility power of halls whose cooling is in place' },
      ({ provider }) => levels(provider.tally.cooledMegawatts),
    ),
    megawatt({ name: 'ready_mw', description: 'facility power of ready positions' }, (run) =>
      inMegawatts(run, run.provider.tally.ready),
    ),
    megawatt(
      { name: 'filled_mw', role: 'used', description: 'facility power of positions that have a rack' },
      (run) => inMegawatts(run, run.provider.tally.filled),
    ),
  ];
}

function waitingOutputs(): RolloutOutput[] {
  return [
    series(
      {
        table: TABLE,
        name: 'racks_waiting',
        unit: 'rack',
        description: 'racks at the dock without a position',
      },
      ({ programme }) => levels(programme.tally.racksWaiting),
    ),
    series(
      {
        table: TABLE,
        name: 'positions_waiting',
        unit: 'position',
        description: 'ready positions without a rack',
      },
      ({ provider }) => levels(provider.tally.positionsWaiting),
    ),
  ];
}

function inService({ programme }: FinishedRun): Float64Array {
  return levelsIn(programme.tally.inService, { times: programme.product.gpusPerRack });
}

function available({ availability, programme }: FinishedRun): Float64Array {
  return gpus(availability.available, programme);
}

function gpus(slots: Float64Array, { product }: FinishedRun['programme']): Float64Array {
  return slots.map((each) => each * product.gpusPerRack);
}

function inMegawatts(run: FinishedRun, positions: readonly Curve[]): Float64Array {
  const { kilowattsPerRack } = run.provider.layout;
  return ofSites(run, positions).map((each) => (each * kilowattsPerRack) / 1000);
}

/** Sum over the sites of the provider. */
function ofSites({ provider, grid }: FinishedRun, curves: readonly Curve[]): Float64Array {
  const total = new Float64Array(grid.days.length);
  for (const { index } of provider.sites) addLevels(total, curves[index]!);
  return total;
}
