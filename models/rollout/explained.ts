import type { ExplainedRun, Reached, Track } from '../../src/experiment/model.ts';
import type { Simulation } from '../../src/kernel/index.ts';
import type { Streams } from '../../src/random/index.ts';
import { ACTIVITIES, type Activity } from './activities.ts';
import { recordEveryRack } from './deployment/soak.ts';
import { sharedOut } from './market/sharedOut.ts';
import { reachedMilestones } from './market/reached.ts';
import { milestoneNames } from './milestoneNames.ts';
import type { RolloutScenario } from './scenario.ts';
import { simulateRollout, type RolloutRun } from './simulate.ts';

/**
 * One replication of a rollout kept whole, so that the way to each milestone and to a number of GPUs can be walked
 * back.
 */
export function explainRollout(
  simulation: Simulation,
  scenario: RolloutScenario,
  streams: Streams,
  gpus?: number,
): ExplainedRun {
  const run = simulateRollout(
    simulation,
    gpus === undefined ? scenario : withThreshold(scenario, gpus),
    streams,
  );
  recordEveryRack(run.floor);
  const milestones = reachedMilestones(run.programmes);
  const reached = (index: number): Reached => ({
    day: milestones[index]!.day,
    event: milestones[index]!.event,
    amount: milestones[index]!.threshold,
  });
  const places = new Map(milestoneNames(run.world.scenario).map((name, index) => [name, index]));
  return {
    milestones: Object.fromEntries(
      milestoneNames(scenario).map((name) => [name, reached(places.get(name)!)]),
    ),
    ...(gpus === undefined
      ? {}
      : { amount: { ...reached(scenario.milestones.gpus.length), most: run.programmes[0]!.need.gpus } }),
    causeOf: (activity) => ACTIVITIES[activity as Activity],
    sharedOut: (until) => sharedOut(run, until),
    trackOf: tracksOf(run),
  };
}

// The number that is asked about comes behind the scenario's own.
function withThreshold(scenario: RolloutScenario, gpus: number): RolloutScenario {
  return { ...scenario, milestones: { ...scenario.milestones, gpus: [...scenario.milestones.gpus, gpus] } };
}

// Work that a crew or team does is drawn on its own track.
const RESOURCE_OF: Readonly<Partial<Record<string, string>>> = {
  install: 'install crew',
  'crew travels': 'install crew',
  'crew joins': 'install crew',
  'dress-out': 'dress-out crew',
  'L2 commissioning': 'L2/L3 teams',
  'L3 commissioning': 'L2/L3 teams',
  'L4/L5 commissioning': 'commissioning teams',
  'commissioning rework': 'commissioning teams',
};

// Scheduled from the start for a date of their own.
const ON_A_DATE: ReadonlySet<string> = new Set([
  'vendor output',
  'wafer to rack',
  'existing hall hand-over',
  'fleet reassignment',
  'notice of return',
  'hall goes back',
]);

/** Racks and pods go to the site where they stand, a track a step; all else by the name of its site. */
function tracksOf({ world, floor }: RolloutRun): (entity: number, label: string) => Track | undefined {
  const { simulation } = world;
  const { sites } = floor;
  const { racks, pods } = floor.fleet;
  const { rackEntity, podEntity } = floor.steps;
  // Of two sites whose names begin alike, the longer name fits better.
  const bySize = sites.toSorted((a, b) => b.name.length - a.name.length);
  return (entity, label) => {
    // Who waits to be started is not at work.
    const activity = label.replace(/^wait for /, '');
    if (!(activity in ACTIVITIES) || activity === 'planned start') return undefined;
    const track = RESOURCE_OF[label] ?? label;
    const isDate = ON_A_DATE.has(label);
    if (entity >= rackEntity && entity < rackEntity + racks.count)
      return { group: sites[racks.site[entity - rackEntity]!]?.name ?? 'on the way', track, isDate };
    if (entity >= podEntity && entity < podEntity + pods.site.length)
      return { group: sites[pods.site[entity - podEntity]!]!.name, track };
    const name = simulation.entityName(entity);
    const site = bySize.find((each) => name === each.name || name.startsWith(`${each.name} `));
    if (site === undefined) return { group: 'vendor', track, isDate };
    const part = name.slice(site.name.length + 1);
    return { group: site.name, track: RESOURCE_OF[label] ?? (part === '' ? label : part), isDate };
  };
}
