import type { Command, Resource, Signal } from '../../../src/kernel/index.ts';
import type { Stream } from '../../../src/random/index.ts';
import type { Stage } from '../../../src/scenario/index.ts';
import type { DedicatedSite, Hall } from '../scenario.ts';
import { planOf } from '../sites/planOf.ts';
import { PLANT_CLASS } from '../tally/bindingClasses.ts';
import { stageDays, stageMedian } from '../stages.ts';
import type { World } from '../world.ts';

/** When each prerequisite of a hall was there; NaN until it is. */
interface PlantTimes {
  power: number;
  building: number;
  cooling: number;
  network: number;
}

export interface HallReadiness {
  readonly plantAt: number;
  readonly plantClass: number;
  /** When building, cooling and network were all there, and commissioning could begin. */
  readonly builtAt: number;
}

interface ReadinessOptions {
  readonly index: number;
  readonly entity: number;
  readonly signals: {
    /** Power for racks in service. */
    power: Signal;
    /** Power for flush, L4 and L5, where that may come earlier. */
    commissioningPower?: Signal | undefined;
    building: Signal;
    cooling: Signal;
    network: Signal;
  };
  readonly teams: Resource;
  /** L2/L3 teams; as many as it takes by default. */
  readonly earlyTeams?: Resource | undefined;
  /** Fires when only power is missing. */
  readonly plantComplete?: Signal | undefined;
  /** Called when the last stages start, with the day on which planners then expect the hall. */
  readonly forecast: (readyDay: number) => void;
  /** Called when the hall's positions can take racks. */
  readonly ready: (readiness: HallReadiness) => void;
}

/**
 * Commissions a hall: its plant to L3, then, once it has power, flush and L4/L5 with their rework.
 *
 * L2 and L3 run on temporary power. Flush and L4/L5 need permanent power, or temporary power where the policy lets it
 * carry them; the positions open when power for service is there.
 */
export function startReadiness(
  world: World,
  site: DedicatedSite,
  hall: Hall,
  options: ReadinessOptions,
): void {
  const { simulation } = world;
  const times: PlantTimes = {
    power: Number.NaN,
    building: Number.NaN,
    cooling: Number.NaN,
    network: Number.NaN,
  };
  for (const key of Object.keys(times) as (keyof PlantTimes)[]) {
    options.signals[key].subscribe(() => {
      times[key] = simulation.now;
    });
  }
  simulation.process(
    `${site.name} ${hall.name} commissioning`,
    () => commission(world, site, options, times),
    { entity: options.entity },
  );
}

function* commission(
  world: World,
  site: DedicatedSite,
  options: ReadinessOptions,
  times: PlantTimes,
): Generator<Command, void, unknown> {
  const { simulation, streams } = world;
  const { index, teams, earlyTeams, plantComplete } = options;
  const { power, building, cooling, network, commissioningPower = power } = options.signals;
  const plan = planOf(world.scenario.construction.commissioning, site.commissioning);
  const drawsOf = (stage: string): Stream => streams.open('commissioning', site.name, stage);
  const driver = {
    normal: world.drivers.campus(site.name),
    correlation: world.drivers.correlations.campusTrades,
  };
  const days = (stage: Stage, name: string): number =>
    stageDays(world, stage, { draws: drawsOf(name), serial: index, driver });
  const l2 = plan.l2 === undefined ? 0 : days(plan.l2, 'L2');
  const l3 = days(plan.l3, 'L3');
  const plant = [building, cooling, network];
  if (l2 + l3 > 0 || plantComplete !== undefined) {
    yield* simulation.allOf(plant.map((part) => part.wait()));
    yield* withTeam(earlyTeams, checkPlant(world, l2, l3));
    plantComplete?.fire();
    yield* simulation.allOf([commissioningPower.wait()]);
  } else yield* simulation.allOf([commissioningPower, ...plant].map((part) => part.wait()));
  options.forecast(simulation.now + stageMedian(plan.flush) + stageMedian(plan.l4l5));
  const flush = days(plan.flush, 'flush');
  if (flush > 0) yield world.activity('flush').lasting(flush);
  const failure = streams
    .open('commissioning', 'all halls', 'failure probability')
    .draw(plan.reworkProbability, 0);
  const fails = drawsOf('fails L4/L5').chance(failure, index);
  yield* withTeam(
    teams,
    checkHall(world, {
      l4l5: () => days(plan.l4l5, 'L4/L5'),
      rework: () => (fails ? days({ duration: plan.rework }, 'rework') : 0),
    }),
  );
  if (commissioningPower !== power) yield* simulation.allOf([power.wait()]);
  options.ready(lastPlant(times));
}

function* checkPlant(world: World, l2: number, l3: number): Generator<Command, void, unknown> {
  if (l2 > 0) yield world.activity('L2 commissioning').lasting(l2);
  if (l3 > 0) yield world.activity('L3 commissioning').lasting(l3);
}

// Stages are asked for their days when they start: one that was under way then ends on time.
function* checkHall(
  world: World,
  { l4l5: l4l5Days, rework: reworkDays }: { l4l5: () => number; rework: () => number },
): Generator<Command, void, unknown> {
  const l4l5 = l4l5Days();
  if (l4l5 > 0) yield world.activity('L4/L5 commissioning').lasting(l4l5);
  const rework = reworkDays();
  if (rework > 0) yield world.activity('commissioning rework').lasting(rework);
}

/**
 * Work with a team in hand, given back even when the hall is given up half-way; without `teams` there are as many as
 * it takes.
 */
function* withTeam(
  teams: Resource | undefined,
  work: Generator<Command, void, unknown>,
): Generator<Command, void, unknown> {
  const ticket = teams && (yield* teams.acquire());
  try {
    yield* work;
  } finally {
    if (ticket !== undefined) teams!.release(ticket);
  }
}

function lastPlant(times: PlantTimes): HallReadiness {
  let plantAt = Number.NEGATIVE_INFINITY;
  let last: keyof PlantTimes = 'power';
  for (const key of Object.keys(times) as (keyof PlantTimes)[]) {
    if (times[key] > plantAt) {
      plantAt = times[key];
      last = key;
    }
  }
  const builtAt = Math.max(times.building, times.cooling, times.network);
  return { plantAt, plantClass: PLANT_CLASS[last], builtAt };
}
