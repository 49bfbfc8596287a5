import type { Model } from '../../src/experiment/model.ts';
import type { Column, Outcome } from '../../src/record/index.ts';
import { CAUSES } from '../rollout/causes.ts';
import { horizonDays } from '../rollout/horizon.ts';
import { uncertainInputs } from '../rollout/inputs.ts';
import { reachedMilestones } from '../rollout/market/reached.ts';
import type { RolloutScenario } from '../rollout/scenario.ts';
import { scenarioTables } from '../rollout/scenarioTables.ts';
import { simulateRollout, type KeptBetweenRuns } from '../rollout/simulate.ts';
import type { Simulation } from '../../src/kernel/index.ts';
import type { Streams } from '../../src/random/index.ts';

/** Day on which the first block is in operation: a hall full of racks, all accepted. */
export const FIRST_BLOCK = 'first_block';

/** Day on which a hall of a campus is ready, counted from 1 in the order in which they come. */
export const hallReady = (place: number): string => `hall_${place}_ready`;

/**
 * One campus of the record as a model of its own: its rooms are those of the rollout, its outputs the days of its first
 * block and of its halls, `Infinity` where they do not come by the horizon.
 */
export const campus: Model<RolloutScenario> = {
  name: 'campus-of-record',
  version: '1',
  causes: CAUSES,
  outputs: (scenario) => ({
    startDate: scenario.start,
    horizonDays: horizonDays(scenario),
    gridDays: [],
    columns: columnsOf(scenario),
  }),
  inputs: uncertainInputs,
  run: (simulation, scenario, streams) => days(simulation, scenario, streams, {}),
  prepared: (scenario) => {
    const tables = scenarioTables(scenario);
    const names = columnsOf(scenario).map(({ name }) => name);
    return (simulation, streams) => {
      const outcome = days(simulation, scenario, streams, { tables });
      return names.map((name) => outcome[name]!);
    };
  },
};

function columnsOf(scenario: RolloutScenario): Column[] {
  return [
    {
      name: FIRST_BLOCK,
      unit: 'day',
      kind: 'milestone',
      description: 'day on which the first block is in operation',
    },
    ...Array.from({ length: hallsOf(scenario) }, (_, index) => ({
      name: hallReady(index + 1),
      unit: 'day',
      kind: 'milestone' as const,
      description: `day on which hall ${index + 1} in the order of readiness is ready`,
    })),
  ];
}

function hallsOf({ sites }: RolloutScenario): number {
  return sites.reduce((sum, site) => sum + (site.kind === 'dedicated' ? site.halls.length : 0), 0);
}

function days(
  simulation: Simulation,
  scenario: RolloutScenario,
  streams: Streams,
  kept: KeptBetweenRuns,
): Outcome {
  const { floor, programmes } = simulateRollout(simulation, scenario, streams, kept);
  const ready = floor.sites[0]!.blocks.map(({ readyAt }) => readyAt).sort((a, b) => a - b);
  return {
    [FIRST_BLOCK]: reachedMilestones(programmes)[0]!.day,
    ...Object.fromEntries(
      Array.from({ length: hallsOf(scenario) }, (_, index) => [
        hallReady(index + 1),
        ready[index] ?? Number.POSITIVE_INFINITY,
      ]),
    ),
  };
}
