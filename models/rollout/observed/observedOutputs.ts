import type { Fleet } from '../deployment/floor.ts';
import type { FinishedRun } from '../finishedRun.ts';
import type { RolloutOutput } from '../output.ts';
import type { RolloutScenario } from '../scenario.ts';
import type { ProviderTally } from '../tally/providerTally.ts';
import { observedTotals } from './totals.ts';

/** What a replication has of everything that was observed; none where nothing was. */
export function observedOutputs(scenario: RolloutScenario): RolloutOutput[] {
  return observedTotals(scenario).map(({ column, kind }, index) => ({
    column,
    read: (run) => {
      const { ends, sites } = run.world.tables.observed;
      const site = sites[index];
      switch (kind) {
        case 'gpus_in_service':
          return gpusInService(run.floor.fleet, ends[index]!);
        case 'racks_docked':
          return racksDocked(run.floor.fleet, ends[index]!);
        case 'megawatts_energized':
          return tallyOf(run, site).watchedMegawatts[index]!;
        case 'first_block_energized':
          return tallyOf(run, site).firstEnergized[site!]!;
      }
    },
  }));
}

/** Counts of the provider of a site; of the first where none is named. */
function tallyOf({ provider, providers, floor }: FinishedRun, site: number | undefined): ProviderTally {
  return (site === undefined ? provider : providers[floor.sites[site]!.provider]!).tally;
}

/** GPUs of the first programme in service before a time, from its racks themselves. */
function gpusInService({ racks, placed }: Pick<Fleet, 'racks' | 'placed'>, end: number): number {
  let gpus = 0;
  // A rack that takes another's place counts for none.
  for (const rack of placed)
    if (racks.programme[rack] === 0 && racks.inServiceAt[rack]! < end) gpus += racks.slotGpus[rack]!;
  return gpus;
}

/** Racks of the first programme that came before a time and had not been given to others by then. */
function racksDocked({ racks }: Pick<Fleet, 'racks'>, end: number): number {
  let docked = 0;
  for (let rack = 0; rack < racks.count; rack++)
    if (racks.programme[rack] === 0 && racks.dockedAt[rack]! < end && !(racks.divertedAt[rack]! < end))
      docked++;
  return docked;
}
