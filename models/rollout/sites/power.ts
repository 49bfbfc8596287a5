import { ROUNDING } from '../rounding.ts';
import type { Signal } from '../../../src/kernel/index.ts';
import type { SiteState } from '../deployment/site.ts';
import { openPowerAccount, type PowerState } from '../power/account.ts';
import { startBridging } from '../power/bridging.ts';
import { startConnection } from '../power/connection.ts';
import type { Curtailment } from '../power/curtailment.ts';
import { startDowngrades } from '../power/downgrade.ts';
import { openTransformerOrders } from '../power/orders.ts';
import type { TransformerPools } from '../power/pools.ts';
import { startSubstation } from '../power/substation.ts';
import type { DedicatedSite, Hall } from '../scenario.ts';
import type { ProviderTally } from '../tally/providerTally.ts';
import type { World } from '../world.ts';
import { withdrawSite } from './withdrawal.ts';

/** A hall as its site's power sees it. */
export interface PoweredHall {
  readonly hall: Hall;
  readonly entity: number;
  readonly powered: Signal;
  readonly plantComplete: Signal | undefined;
  readonly load: { readonly peakKilowatts: number };
}

interface SitePowerOptions {
  readonly state: SiteState;
  readonly startDay: number;
  readonly halls: readonly PoweredHall[];
  readonly pools: TransformerPools;
  readonly pace: number;
  readonly tally: Pick<ProviderTally, 'energized' | 'stages'>;
}

/** Power of a site, as the halls wait for it. */
export interface SitePower {
  /** Hall by hall: power for flush, L4 and L5; undefined where it is that for service. */
  readonly commissioning: readonly (Signal | undefined)[];
}

/**
 * Starts all that brings a site its megawatts, and gives them to its halls in order.
 *
 * A hall has power when what the site may use carries it and all halls before it. When megawatts fall, racks go dark,
 * and halls that are not ready yet wait for power again.
 */
export function startSitePower(world: World, site: DedicatedSite, options: SitePowerOptions): SitePower {
  const { simulation, scenario } = world;
  const { state, startDay, halls, pools, pace, tally } = options;
  const { power } = site;
  // A site that may be given up keeps the works apart from what may already serve.
  const entity = power.connection === undefined ? state.entity : simulation.entity(`${site.name} substation`);
  const bridgingEntity = simulation.entity(`${site.name} bridging`);
  const temporaryPower = power.temporaryPower ?? scenario.construction.temporaryPower ?? 'L3';
  const curtailment = curtailmentOf(world, site, options);
  const early =
    power.bridging === undefined || temporaryPower !== 'L4/L5'
      ? undefined
      : halls.map(({ hall }) => simulation.signal(`${site.name} ${hall.name} power for tests`));

  const powered = halls.map((hall) => hall.powered);
  let energized = 0;
  let poweredHalls = 0;
  let testedHalls = 0;
  const changed = ({ service, commissioning }: PowerState): void => {
    if (service !== energized) tally.energized(state, simulation.now, service - energized);
    energized = service;
    curtailment?.supply(service);
    poweredHalls = follow(powered, { site, megawatts: service, reached: poweredHalls });
    if (early !== undefined)
      testedHalls = follow(early, { site, megawatts: commissioning, reached: testedHalls });
  };
  const account = openPowerAccount({ temporaryPower, changed });
  const orders = openTransformerOrders(world, site, {
    entity,
    pools,
    onPlaced: (arrived, placedOn) =>
      tally.stages.part(
        state.index,
        'transformer',
        placedOn === undefined ? simulation.now : world.dayOf(placedOn),
        arrived,
      ),
  });
  const connection = startConnection(world, site, {
    entity,
    account,
    withdraw: () =>
      withdrawSite(world, { works: entity, others: [state.entity, bridgingEntity], halls, orders }),
  });
  startSubstation(world, site, {
    entity,
    startDay: startDay - power.leadBeforeClearing,
    pace,
    orders,
    connection,
    energized: account.substation,
  });
  startDowngrades(world, site, { entity, account });
  startBridging(world, site, {
    entity: bridgingEntity,
    account,
    halls: halls.map(({ powered, plantComplete }) => ({ powered, plantComplete: plantComplete! })),
  });
  return { commissioning: halls.map((_, index) => early?.[index]) };
}

/** What goes dark first when megawatts fall; undefined where they cannot. */
function curtailmentOf(
  { scenario, switching }: World,
  { power }: DedicatedSite,
  { state, halls }: SitePowerOptions,
): Curtailment | undefined {
  if (power.bridging === undefined && power.downgrades === undefined) return undefined;
  return switching.open(state.index, {
    policy: power.switchOff ?? scenario.construction.switchOff ?? 'newest-first',
    kilowattsPerRack: Math.max(...halls.map(({ load }) => load.peakKilowatts)),
  });
}

/**
 * Lets the signals of the halls follow the megawatts: in order as these rise, and back as they fall, so that a hall
 * that is not yet commissioned waits again. Returns how many halls are carried.
 */
function follow(
  signals: readonly Signal[],
  { site, megawatts, reached }: { site: DedicatedSite; megawatts: number; reached: number },
): number {
  let count = reached;
  while (count > 0 && !carries(site, count, megawatts)) signals[--count]!.reset();
  while (count < signals.length && carries(site, count + 1, megawatts)) signals[count++]!.fire();
  return count;
}

function carries(site: DedicatedSite, halls: number, megawatts: number): boolean {
  return site.halls.slice(0, halls).reduce((sum, hall) => sum + hall.power, 0) <= megawatts + ROUNDING;
}
