import { scalar, type RolloutOutput } from '../output.ts';
import type { RolloutScenario } from '../scenario.ts';

type Sites = Pick<RolloutScenario, 'sites' | 'construction'>;

/** What power does to racks and sites; each only where the scenario lets it happen. */
export function switchingOutputs(scenario: Sites): RolloutOutput[] {
  return [
    ...(mayWithdraw(scenario) ? withdrawalOutputs() : []),
    ...(mayGoDark(scenario) ? darknessOutputs() : []),
  ];
}

function withdrawalOutputs(): RolloutOutput[] {
  return [
    scalar(
      {
        name: 'sites_withdrawn',
        unit: 'site',
        description: 'sites given up because their connection fell through',
      },
      ({ world }) => world.switching.withdrawnSites,
    ),
    scalar(
      { name: 'orders_cancelled', unit: 'order', description: 'transformer orders cancelled with them' },
      ({ world }) => world.switching.cancelledOrders,
    ),
    scalar(
      { name: 'cancellation_cost', unit: '$', description: 'what cancelling those orders cost' },
      ({ world }) => world.switching.cancellationDollars,
    ),
  ];
}

function darknessOutputs(): RolloutOutput[] {
  return [
    scalar(
      { name: 'rack_days_dark', unit: 'rack-day', description: 'time racks in service had no power' },
      ({ world }) => world.switching.rackDaysDarkBy(world.horizonDays),
    ),
    scalar(
      {
        name: 'most_racks_dark',
        unit: 'rack',
        description: 'most racks in service that had no power at once',
      },
      ({ world }) => world.switching.mostDarkRacks,
    ),
  ];
}

function mayWithdraw({ sites, construction: { connections = [] } }: Sites): boolean {
  return sites.some(
    (site) =>
      site.kind === 'dedicated' &&
      connections.some(
        ({ name, dropout }) => dropout !== undefined && name === site.power.connection?.utility,
      ),
  );
}

function mayGoDark({ sites }: Sites): boolean {
  return sites.some(
    (site) =>
      site.kind === 'dedicated' && (site.power.bridging !== undefined || site.power.downgrades !== undefined),
  );
}
