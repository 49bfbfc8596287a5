import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAUSES, rollout, simulateRollout } from '../../../models/rollout/index.ts';
import { milestoneNames } from '../../../models/rollout/milestoneNames.ts';
import { rolloutRecord } from '../../../models/rollout/record.ts';
import { Simulation } from '../../../src/kernel/index.ts';
import { Streams } from '../../../src/random/index.ts';
import { forEachSegment, type View } from '../../../src/kernel/index.ts';
import { replication } from './assertInvariants.ts';
import { scenarioOf, scenarioTrees } from './randomScenario.ts';
import { shippedScenario } from './shippedScenario.ts';

const { scenario } = shippedScenario('openai-aws-38b');
const simulation = new Simulation();
const streams = new Streams({ seed: 'attribution' });

describe('days on the driving path by cause', () => {
  test.each([0, 1, 2, 3, 4, 5])('sum to each milestone with === in replication %i', (replication) => {
    streams.begin(replication);
    const record = rolloutRecord(simulateRollout(simulation, scenario, streams));
    for (const milestone of milestoneNames(scenario)) {
      const sum = CAUSES.reduce(
        (days, cause) => days + (record[`path_days:${milestone}:${cause}`] as number),
        0,
      );
      expect(sum).toBe(record[milestone]);
    }
  });

  test('are declared for every milestone and cause', () => {
    const declared = rollout.outputs(scenario).columns.filter(({ role }) => role === 'attribution');
    expect(declared).toHaveLength(milestoneNames(scenario).length * CAUSES.length);
  });
});

describe('over 10⁵ events of random scenarios', () => {
  test('every path to every milestone sums to its day with ===, in both views, and drags stay within their days', () => {
    const seen = { events: 0, paths: 0 };
    for (let round = 0; seen.events < 100_000; round++) {
      fc.assert(
        fc.property(scenarioTrees, fc.nat(1000), (tree, index) => {
          const small = scenarioOf(tree);
          const run = replication(small, index);
          seen.events += run.world.simulation.executedEvents;
          const record = rolloutRecord(run);
          milestoneNames(small).forEach((milestone, place) => {
            const day = record[milestone] as number;
            const of = (measure: string): number[] =>
              CAUSES.map((cause) => record[`${measure}:${milestone}:${cause}`] as number);
            expect(of('path_days').reduce((sum, days) => sum + days, 0)).toBe(day);
            if (day === Number.POSITIVE_INFINITY) return;
            seen.paths++;
            of('drag').forEach((drag, cause) => {
              expect(drag).toBeGreaterThanOrEqual(0);
              expect(drag).toBeLessThanOrEqual(of('path_days')[cause]!);
            });
            const event = run.programmes[0]!.milestones.events[place]!;
            for (const view of ['stop', 'pass-through'] as const)
              expect(pathLength(run.world.simulation, event, view)).toBe(day);
          });
        }),
        { seed: 20_261_103 + round, numRuns: 50, endOnFailure: true },
      );
    }
    expect(seen.paths).toBeGreaterThan(500);
  });
});

/** Days from day 0 to an event, segment by segment. */
function pathLength(of: Simulation, event: number, view: View): number {
  let sum = 0;
  forEachSegment(of, event, view, (at, parent) => {
    sum += Math.max(0, of.causes.time[at]!) - Math.max(0, of.causes.time[parent]!);
  });
  return sum;
}
