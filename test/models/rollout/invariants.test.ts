import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Simulation } from '../../../src/kernel/index.ts';
import { rolloutRecord } from '../../../models/rollout/record.ts';
import { assertInvariants, replication } from './assertInvariants.ts';
import { scenarioOf, scenarioTrees } from './randomScenario.ts';
import { shippedScenario } from './shippedScenario.ts';

const SEED = { seed: 20_261_103 };

describe('every replication of a shipped scenario keeps the invariants', () => {
  test('paper-and-pencil', () => {
    assertInvariants(replication(shippedScenario('paper-and-pencil').scenario, 0));
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])('openai-aws-38b, replication %i', (index) => {
    assertInvariants(replication(shippedScenario('openai-aws-38b').scenario, index));
  });
});

describe('a random small scenario', () => {
  test('keeps the invariants', () => {
    fc.assert(
      fc.property(scenarioTrees, fc.nat(1000), (tree, index) => {
        assertInvariants(replication(scenarioOf(tree), index));
      }),
      { ...SEED, numRuns: 60 },
    );
  });

  test('gives the same record whatever ran before on the simulation', () => {
    const simulation = new Simulation();
    fc.assert(
      fc.property(scenarioTrees, fc.nat(1000), (tree, index) => {
        const scenario = scenarioOf(tree);
        const reused = rolloutRecord(replication(scenario, index, { simulation }));
        expect(reused).toEqual(rolloutRecord(replication(scenario, index)));
      }),
      { ...SEED, numRuns: 20 },
    );
  });

  test('keeps the draws of its sites when a site is added or a policy changed', () => {
    fc.assert(
      fc.property(scenarioTrees, fc.nat(1000), (tree, index) => {
        const sites = tree.sites as object[];
        const added = { ...(sites.at(-1)! as object), name: 'added' };
        const before = siteDraws(tree, index);
        const policies = {
          placement: 'dedicated-first',
          order: { kind: 'push' },
          divert: { kind: 'never', after: '1 days', repaid: false, repayCeiling: '0 %' },
        };
        expect(siteDraws({ ...tree, sites: [...sites, added] }, index).slice(0, sites.length)).toEqual(
          before,
        );
        expect(siteDraws({ ...tree, policies }, index)).toEqual(before);
      }),
      { ...SEED, numRuns: 30 },
    );
  });
});

/** What was drawn for each site alone: crew rate, shake-out, and the dates at which its own substation gave power. */
function siteDraws(tree: Record<string, unknown>, index: number) {
  const { floor, providers, world } = replication(scenarioOf(tree), index);
  return floor.sites.map(({ installDays, acceptanceDays, index: site }) => ({
    installDays,
    acceptanceDays,
    // Existing halls take and give back power as a policy says; a campus has its own.
    energized:
      world.scenario.sites[site]!.kind === 'dedicated'
        ? providers[0]!.tally.energizedMegawatts[site]
        : undefined,
  }));
}
