import type { Resource } from '../../../src/kernel/index.ts';
import type { DedicatedSite } from '../scenario.ts';
import type { World } from '../world.ts';

/** Labour that sites share. */
export interface SharedLabour {
  /** L4/L5 teams: of the site's region where it has its own, else of the provider. */
  commissioningTeams(site: DedicatedSite): Resource;
  /** L2/L3 teams and trade crews of the region; undefined where there are as many as it takes. */
  earlyTeams(site: DedicatedSite): Resource | undefined;
  trades(site: DedicatedSite): Resource | undefined;
}

/**
 * Opens the labour of one replication: each provider's teams, and what each region has, whoever builds there.
 *
 * @param commissioningTeams L4/L5 teams of each provider
 * @returns the labour as each provider's sites find it, in the same order
 */
export function openSharedLabour(
  { simulation, scenario }: Pick<World, 'simulation' | 'scenario'>,
  commissioningTeams: readonly number[],
): SharedLabour[] {
  const { regions = [] } = scenario.construction;
  const ofProviders = commissioningTeams.map((capacity) =>
    simulation.resource('commissioning teams', { capacity }),
  );
  const pool = (name: string, units: number | undefined): Resource | undefined =>
    units === undefined ? undefined : simulation.resource(name, { capacity: units });
  const pools = new Map(
    regions.map((region) => [
      region.name,
      {
        teams: pool('commissioning teams', region.commissioningTeams),
        early: pool('L2/L3 teams', region.earlyTeams),
        trades: pool('regional trades', region.trades),
      },
    ]),
  );
  return ofProviders.map((ofProvider) => ({
    commissioningTeams: ({ region = '' }) => pools.get(region)?.teams ?? ofProvider,
    earlyTeams: ({ region = '' }) => pools.get(region)?.early,
    trades: ({ region = '' }) => pools.get(region)?.trades,
  }));
}
