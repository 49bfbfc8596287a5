import type { Column, Outcome } from '../../../src/experiment/model.ts';
import type { RolloutScenario } from '../scenario.ts';
import type { Switching } from './switching.ts';

type Sites = Pick<RolloutScenario, 'sites' | 'construction'>;

const WITHDRAWAL = [
  ['sites_withdrawn', 'site', 'sites given up because their connection fell through'],
  ['orders_cancelled', 'order', 'transformer orders cancelled with them'],
  ['cancellation_cost', '$', 'what cancelling those orders cost'],
] as const;

const DARKNESS = [
  ['rack_days_dark', 'rack-day', 'time racks in service had no power'],
  ['most_racks_dark', 'rack', 'most racks in service that had no power at once'],
] as const;

/** Columns of what power does to racks and sites; each only where the scenario lets it happen. */
export function switchingColumns(scenario: Sites): Column[] {
  return [...(mayWithdraw(scenario) ? WITHDRAWAL : []), ...(mayGoDark(scenario) ? DARKNESS : [])].map(
    ([name, unit, description]) => ({ name, unit, kind: 'scalar', description }),
  );
}

/** Reads the same columns off a finished run. */
export function switchingRecord(scenario: Sites, switching: Switching, horizonDays: number): Outcome {
  return {
    ...(mayWithdraw(scenario) && {
      sites_withdrawn: switching.withdrawnSites,
      orders_cancelled: switching.cancelledOrders,
      cancellation_cost: switching.cancellationDollars,
    }),
    ...(mayGoDark(scenario) && {
      rack_days_dark: switching.rackDaysDarkBy(horizonDays),
      most_racks_dark: switching.mostDarkRacks,
    }),
  };
}

function mayWithdraw({ sites, construction: { connections = [] } }: Sites): boolean {
  return sites.some(
    (site) =>
      site.kind === 'dedicated' &&
      connections.some(({ name, dropout }) => dropout !== undefined && name === site.power.connection?.utility),
  );
}

function mayGoDark({ sites }: Sites): boolean {
  return sites.some(
    (site) =>
      site.kind === 'dedicated' && (site.power.bridging !== undefined || site.power.downgrades !== undefined),
  );
}
