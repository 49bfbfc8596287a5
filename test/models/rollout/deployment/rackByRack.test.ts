import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assertInvariants, replication } from '../assertInvariants.ts';
import { scenarioOf, scenarioTrees } from '../randomScenario.ts';
import { shippedScenario } from '../shippedScenario.ts';
import { rackByRack } from './rackByRack.ts';

function assertSame(run: ReturnType<typeof replication>): number {
  const { racks } = run.floor.fleet;
  const expected = rackByRack(run);
  expect(racks.inServiceAt.slice(0, racks.count)).toEqual(expected);
  return expected.filter((day) => !Number.isNaN(day)).length;
}

describe('racks whose steps are known when their crew begins come into service on the day on which they do', () => {
  test('event by event, in random scenarios with partial pods, travelling crews, dead racks and halls that close', () => {
    let accepted = 0;
    fc.assert(
      fc.property(scenarioTrees, fc.nat(1000), (tree, index) => {
        accepted += assertSame(replication(scenarioOf(tree), index));
      }),
      { seed: 38, numRuns: 100 },
    );
    expect(accepted).toBeGreaterThan(2000);
  });

  test.each(['openai-aws-38b', 'paper-and-pencil', 'with-disruptions', 'push-no-divert'] as const)(
    'event by event, in %s',
    (name) => {
      for (const index of [0, 1, 2]) {
        const run = replication(shippedScenario(name).scenario, index);
        assertInvariants(run);
        expect(assertSame(run)).toBeGreaterThan(0);
      }
    },
  );
});
