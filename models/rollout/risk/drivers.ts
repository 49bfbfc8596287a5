import type { Streams } from '../../../src/random/index.ts';

/** Correlations of durations that move together, as fractions; the order regions ≤ campus trades must hold. */
export interface RiskCorrelations {
  readonly campusTrades: number;
  readonly vendorClass: number;
  readonly acrossRegions: number;
}

/** Shared standard normals of one replication: what moves many durations at once. */
export interface RiskDrivers {
  /** For all trades of one campus; two campuses share the part that moves every region. */
  campus(site: string): number;
  /** For all deliveries of one class of equipment, whatever the site. */
  vendor(equipment: string): number;
  readonly correlations: RiskCorrelations;
}

/**
 * Opens the shared risk drivers: one shock a region-wide trade market, one a campus, one a class of vendors.
 *
 * A campus driver is √(r/t)·(all regions) + √(1 − r/t)·(this campus), so that two activities of a campus
 * correlate by t (campus trades) and activities of two campuses by r (across regions) once each
 * activity puts weight √t on its driver.
 */
export function openRiskDrivers(streams: Streams, correlations: RiskCorrelations): RiskDrivers {
  const { campusTrades, acrossRegions } = correlations;
  const regional = campusTrades > 0 ? acrossRegions / campusTrades : 0;
  const everywhere = streams.open(DRIVER, 'all regions', 'trades').normal(0);
  return {
    correlations,
    campus: (site) =>
      Math.sqrt(regional) * everywhere +
      Math.sqrt(1 - regional) * streams.open(DRIVER, site, 'trades').normal(0),
    vendor: (equipment) => streams.open(DRIVER, equipment, 'vendors').normal(0),
  };
}

// A driver is no cause of its own: each activity that follows it takes its median when its own cause is at plan.
const DRIVER = 'shared driver';
