import type { Resource, Signal } from '../../../src/kernel/index.ts';
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
}

/**
 * Commissions a hall: its plant to L3, then, once it has permanent power, flush and L4/L5 with their rework.
 *
 * @param options.forecast called when the last stages start, with the day on which planners then expect the hall
 * @param options.ready called when the hall's positions can take racks
 */
export function startReadiness(
  world: World,
  site: DedicatedSite,
  hall: Hall,
  options: {
    index: number;
    entity: number;
    signals: { power: Signal; building: Signal; cooling: Signal; network: Signal };
    teams: Resource;
    forecast: (readyDay: number) => void;
    ready: (readiness: HallReadiness) => void;
  },
): void {
  const { simulation, streams } = world;
  const plan = planOf(world.scenario.construction.commissioning, site.commissioning);
  const { power, building, cooling, network } = options.signals;
  const draws = streams.open('commissioning', site.name, 'hall');
  const driver = {
    normal: world.drivers.campus(site.name),
    correlation: world.drivers.correlations.campusTrades,
  };
  const days = (stage: Stage, serial: number): number =>
    stageDays(world, stage, { draws, serial: options.index * STAGES + serial, driver });
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
    function* () {
      const l3 = days(plan.l3, 0);
      if (l3 > 0) {
        yield* simulation.allOf([building.wait(), cooling.wait(), network.wait()]);
        yield world.activity('L3 commissioning').lasting(l3);
        yield* simulation.allOf([power.wait()]);
      } else yield* simulation.allOf([power.wait(), building.wait(), cooling.wait(), network.wait()]);
      options.forecast(simulation.now + stageMedian(plan.flush) + stageMedian(plan.l4l5));
      const flush = days(plan.flush, 1);
      if (flush > 0) yield world.activity('flush').lasting(flush);
      yield* options.teams.acquire();
      const l4l5 = days(plan.l4l5, 2);
      if (l4l5 > 0) yield world.activity('L4/L5 commissioning').lasting(l4l5);
      const failure = streams
        .open('commissioning', 'all halls', 'failure probability')
        .draw(plan.reworkProbability);
      if (draws.chance(failure, options.index * STAGES + 3)) {
        const rework = days({ duration: plan.rework }, 4);
        if (rework > 0) yield world.activity('commissioning rework').lasting(rework);
      }
      options.teams.release(1);
      options.ready(lastPlant(times));
    },
    { entity: options.entity },
  );
}

// Draws a hall: L3, flush, L4/L5, rework yes or no, rework.
const STAGES = 5;

function lastPlant(times: PlantTimes): HallReadiness {
  let plantAt = Number.NEGATIVE_INFINITY;
  let last: keyof PlantTimes = 'power';
  for (const key of Object.keys(times) as (keyof PlantTimes)[]) {
    if (times[key] > plantAt) {
      plantAt = times[key];
      last = key;
    }
  }
  return { plantAt, plantClass: PLANT_CLASS[last] };
}
