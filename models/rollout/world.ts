import type { Activity as KernelActivity, Simulation } from '../../src/kernel/index.ts';
import type { Streams } from '../../src/random/index.ts';
import type { Activity } from './activities.ts';
import { dayNumber } from './calendars.ts';
import { newRacks, type Racks } from './deployment/racks.ts';
import type { InputValues } from './inputs.ts';
import { openSwitching, type Switching } from './power/switching.ts';
import { openRiskDrivers, type RiskDrivers } from './risk/drivers.ts';
import type { RolloutScenario } from './scenario.ts';
import { AS_USUAL, type SitePractice } from './sites/sitePractice.ts';
import { scenarioTables, type Calendars, type ScenarioTables } from './scenarioTables.ts';

/** What every room of the rollout needs: the clock, the scenario, its draws, and the names on the record. */
export interface World {
  readonly simulation: Simulation;
  readonly scenario: RolloutScenario;
  readonly tables: ScenarioTables;
  readonly streams: Streams;
  readonly inputs: InputValues;
  readonly drivers: RiskDrivers;
  readonly calendars: Calendars;
  readonly switching: Switching;
  /** How the site at hand works and buys; as usual where the world is that of no site. */
  readonly practice: SitePractice;
  /** The table that its racks fill. */
  readonly racks: Racks;
  readonly horizonDays: number;
  readonly label: (activity: Activity) => number;
  readonly activity: (activity: Activity) => KernelActivity;
  readonly dayOf: (isoDate: string) => number;
}

export interface WorldOptions {
  simulation: Simulation;
  scenario: RolloutScenario;
  streams: Streams;
  inputs: InputValues;
  tables?: ScenarioTables;
  racks?: Racks;
}

/** Opens the world of one replication. */
export function openWorld({
  simulation,
  scenario,
  streams,
  inputs,
  tables = scenarioTables(scenario),
  racks = newRacks(0),
}: WorldOptions): World {
  return {
    simulation,
    scenario,
    tables,
    streams,
    inputs,
    drivers: openRiskDrivers(streams, scenario.correlations),
    calendars: tables.calendars,
    switching: openSwitching(() => simulation.now),
    practice: AS_USUAL,
    racks,
    horizonDays: tables.horizonDays,
    label: (activity) => simulation.label(activity),
    activity: (activity) => simulation.activity(activity),
    dayOf: (isoDate) => dayNumber(scenario.start, isoDate),
  };
}
