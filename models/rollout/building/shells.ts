import type { Command, Signal } from '../../../src/kernel/index.ts';
import type { Stream } from '../../../src/random/index.ts';
import type { Stage } from '../../../src/scenario/index.ts';
import type { Activity } from '../activities.ts';
import type { DedicatedSite, Hall, RolloutScenario } from '../scenario.ts';
import { planOf } from '../sites/planOf.ts';
import { stageDays, type SharedDriver } from '../stages.ts';
import { startActivity } from '../startActivity.ts';
import type { World } from '../world.ts';
import { work } from './exposed.ts';
import { fitOutHall, withPrefabrication, type Trades } from './fitOut.ts';
import type { HallKind } from './schema.ts';
import { NO_STOPPAGES, stoppagesOf, type Stoppages } from './stoppages.ts';

/** The building events of one hall that other trades wait for. */
export interface HallBuilding {
  /** The hall can take plant: site prepared and the shell far enough. */
  readonly shellReady: Signal;
  /** Shell and fit-out are complete. */
  readonly buildingDone: Signal;
}

// What stands in for the shell.
const SHELL: Readonly<Record<HallKind, Activity>> = {
  'new-build': 'shell',
  conversion: 'strip-out',
  tent: 'tent',
};

type BuildingStages = RolloutScenario['construction']['building'];

/** How a site's building works are drawn, and what stops them. */
interface SiteWorks {
  readonly drawsOf: (stage: 'site preparation' | 'shell' | 'fit-out') => Stream;
  readonly savings: Stream;
  readonly driver: SharedDriver;
  readonly pace: number;
  readonly stoppagesIn: (stage: Stage) => Stoppages;
}

/**
 * Prepares the site and builds its halls, each starting so many days after the one before.
 *
 * The shell waits for site preparation and for the permit to build. Fit-out starts when the overlapping part of the
 * shell is all that is left of it, and takes trade crews of the campus and the region where those are finite.
 */
export function startBuilding(
  world: World,
  site: DedicatedSite,
  options: {
    entity: number;
    hallEntity: (hall: Hall) => number;
    startDay: number;
    /** Duration of construction relative to the usual one. */
    pace: number;
    trades: Trades;
  },
): HallBuilding[] {
  const { simulation, streams } = world;
  const drawsOf: SiteWorks['drawsOf'] = (stage) => streams.open('building', site.name, stage);
  const savings = streams.open('building', site.name, 'prefabrication');
  const driver = {
    normal: world.drivers.campus(site.name),
    correlation: world.drivers.correlations.campusTrades,
  };
  const usual = world.scenario.construction.building;
  const sitePlan = planOf(usual, site.building);
  const stoppages = stoppagesOf(world, site, options.startDay);
  // A stage that is finished ends on its date, whatever it lost on the way.
  const stoppagesIn = ({ finished }: Stage) => (finished === undefined ? stoppages : NO_STOPPAGES);
  const works = { drawsOf, savings, driver, pace: options.pace, stoppagesIn };
  const prepared = simulation.signal(`${site.name} prepared`);
  simulation.process(
    `${site.name} site preparation`,
    () => prepareSite(world, works, { stage: sitePlan.sitePreparation, prepared }),
    {
      entity: options.entity,
      delay: options.startDay - simulation.now,
      delayLabel: world.label('planned start'),
    },
  );
  const permitted = startPermits(world, site, { ...options, stage: sitePlan.permits });
  return site.halls.map((hall, index) => {
    const { kind = 'new-build' } = hall;
    const kinds = world.scenario.construction.buildingKinds;
    const ofKind = kind === 'new-build' ? undefined : kinds?.[kind];
    const plan = planOf(usual, ofKind, site.building, hall.building);
    const shellReady = simulation.signal(`${site.name} ${hall.name} shell ready`);
    const buildingDone = simulation.signal(`${site.name} ${hall.name} building done`);
    simulation.process(
      `${site.name} ${hall.name} building`,
      () =>
        buildHall(world, hall, works, {
          index,
          plan,
          trades: options.trades,
          prepared,
          permitted,
          shellReady,
          buildingDone,
        }),
      { entity: options.hallEntity(hall) },
    );
    return { shellReady, buildingDone };
  });
}

function* prepareSite(
  world: World,
  { drawsOf, driver, pace, stoppagesIn }: SiteWorks,
  { stage, prepared }: { stage: Stage; prepared: Signal },
): Generator<Command, void, unknown> {
  const days = stageDays(world, stage, { draws: drawsOf('site preparation'), driver, pace });
  yield* work(world, stoppagesIn(stage), { activity: 'site preparation', days, inTheOpen: true });
  prepared.fire();
}

function* buildHall(
  world: World,
  { kind = 'new-build', startsAfter }: Hall,
  { drawsOf, savings, driver, pace, stoppagesIn }: SiteWorks,
  options: {
    index: number;
    plan: BuildingStages;
    trades: Trades;
    prepared: Signal;
    permitted: Signal | undefined;
  } & HallBuilding,
): Generator<Command, void, unknown> {
  const { index, plan, trades, prepared, permitted, shellReady, buildingDone } = options;
  if (permitted === undefined) yield* prepared.wait();
  else yield* world.simulation.allOf([prepared.wait(), permitted.wait()]);
  if (startsAfter > 0) yield world.activity('next hall starts').lasting(startsAfter);
  const shell = stageDays(world, plan.shell, { draws: drawsOf('shell'), serial: index, driver, pace });
  const shellFirst = shell * (1 - plan.overlap);
  yield* work(world, stoppagesIn(plan.shell), { activity: SHELL[kind], days: shellFirst, inTheOpen: true });
  shellReady.fire();
  const fitOut = stageDays(world, plan.fitOut, { draws: drawsOf('fit-out'), serial: index, driver, pace });
  const saving =
    plan.prefabricationSaving === undefined || plan.fitOut.finished !== undefined
      ? 0
      : savings.draw(plan.prefabricationSaving, index);
  yield* fitOutHall(world, {
    fitOut: withPrefabrication(fitOut, saving),
    shellLeft: shell - shellFirst,
    crews: plan.fitOutCrews ?? 1,
    trades,
    stoppages: stoppagesIn(plan.fitOut),
  });
  buildingDone.fire();
}

/** Seeks the permit to build from land clearing on, where the site needs one. */
function startPermits(
  world: World,
  site: DedicatedSite,
  { entity, startDay, stage }: { entity: number; startDay: number; stage: Stage | undefined },
): Signal | undefined {
  if (stage === undefined) return undefined;
  return startActivity(world, 'building permits', {
    entity,
    startDay,
    process: `${site.name} building permits`,
    signal: `${site.name} permit to build`,
    days: () => stageDays(world, stage, { draws: world.streams.open('building', site.name, 'permits') }),
  });
}
