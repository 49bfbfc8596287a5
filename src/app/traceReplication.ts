import { ACTIVITIES, type RolloutRun, type RolloutScenario } from '../../models/rollout/index.ts';
import { traceEvents, type Track } from '../explain/index.ts';
import { dateOfDay } from '../output/index.ts';
import { runReplication } from './runReplication.ts';

/**
 * One replication in the trace-event format, as JSON for Perfetto: sites and vendor as groups of tracks, activities and waits as
 * slices, causes as flows.
 *
 * @throws InputError on a replication that cannot be.
 */
export function traceReplication(options: {
  scenario: RolloutScenario;
  seed: string;
  replication: number;
}): string {
  const { scenario, seed, replication } = options;
  const run = runReplication(options);
  const events = traceEvents(run.world.simulation, {
    trackOf: tracksOf(run),
    dateOf: (day) => dateOfDay(scenario.start, day),
  });
  // An event a line: a file that can be looked at and compared.
  return `{"displayTimeUnit":"ms","otherData":${JSON.stringify({
    scenario: scenario.name,
    seed,
    replication,
    timeZero: 'the first event; one day is 86,400 s',
  })},"traceEvents":[\n${events.map((event) => JSON.stringify(event)).join(',\n')}\n]}\n`;
}

// Work that a crew or team does is drawn on its own track.
const RESOURCE_OF: Readonly<Partial<Record<string, string>>> = {
  install: 'install crew',
  'crew travels': 'install crew',
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
function tracksOf({ world, deployment }: RolloutRun): (entity: number, label: string) => Track | undefined {
  const { simulation } = world;
  const { racks, pods, rackEntity, podEntity, sites } = deployment;
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
