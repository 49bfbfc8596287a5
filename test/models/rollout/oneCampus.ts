import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { z } from 'zod';
import {
  scenarioSchema,
  simulateRollout,
  type RolloutRun,
  type RolloutScenario,
} from '../../../models/rollout/index.ts';
import { CauseKind, Simulation } from '../../../src/kernel/index.ts';
import { Streams } from '../../../src/random/index.ts';
import { loadScenario } from '../../../src/scenario/index.ts';

const MODELS = join(dirname(fileURLToPath(import.meta.url)), '../../../models');
const read = (path: string): string => readFileSync(join(MODELS, path), 'utf8');

/** A scenario as it is written, before its quantities are read. */
export type ScenarioText = z.input<typeof scenarioSchema>;
export type PowerText = SiteText['power'];
export type SiteText = Extract<ScenarioText['sites'][number], { kind: 'dedicated' }>;

/** What a test changes: the scenario as it is written, its construction, and its one campus. */
export interface Parts {
  readonly scenario: ScenarioText;
  readonly construction: ScenarioText['construction'];
  readonly site: SiteText;
}

/**
 * The hand-solved scenario with its campus alone, changed as a test wants it.
 *
 * Unchanged: first power on day 195, halls A and B ready on days 210 and 240, chips enough from day 30 on.
 */
export function oneCampus(change: (parts: Parts) => void = () => {}): RolloutScenario {
  const scenario = parse(read('scenarios/paper-and-pencil.yaml')) as ScenarioText;
  scenario.sites = scenario.sites.filter(({ name }) => name === 'D1');
  scenario.horizon = '2029-12-31';
  scenario.contract.gpus = '11520 gpu';
  scenario.calendars.outages = 'any-day';
  change({ scenario, construction: scenario.construction, site: scenario.sites[0] as SiteText });
  return loadScenario({
    source: { name: 'test', tree: scenario },
    catalog: (room: string) => read(`catalog/${room}.yaml`),
    schema: scenarioSchema,
  }).scenario;
}

/** One replication. */
export function runCampus(scenario: RolloutScenario, replication = 0, atPlan: string[] = []): RolloutRun {
  const streams = new Streams({ seed: 'one campus', atPlan });
  streams.begin(replication);
  return simulateRollout(new Simulation(), scenario, streams);
}

/** Days on which the halls of the campus were ready, in order; fewer than there are halls when some never were. */
export function readyDays({ floor }: RolloutRun): number[] {
  return floor.sites[0]!.blocks.map(({ readyAt }) => readyAt);
}

/** Day of the first rack in service; +Infinity when none is. */
export function firstService({ floor }: RolloutRun): number {
  const { placed, racks } = floor.fleet;
  let first = Infinity;
  for (const rack of placed) {
    const day = racks.inServiceAt[rack]!;
    if (day < first) first = day;
  }
  return first;
}

/** Days on which an activity ended, in order; a join that follows it bears its name too and is left out. */
export function daysOf({ world }: RolloutRun, activity: string): number[] {
  const { causes } = world.simulation;
  const label = world.simulation.label(activity);
  const days: number[] = [];
  for (let event = 1; event <= world.simulation.recordedRows; event++)
    if (causes.label(event) === label && causes.kind(event) !== CauseKind.joined)
      days.push(causes.time[event]!);
  return days;
}

/** The quantile of a list by order statistics. */
export function quantileOf(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(part * (values.length - 1))]!;
}
