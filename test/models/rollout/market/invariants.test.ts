import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assertInvariants, replication } from '../assertInvariants.ts';
import { scenarioOf, scenarioTrees } from '../randomScenario.ts';

type Tree = Record<string, unknown>;

/** A random rollout with a second tenant, who shares the provider or has another, and whose racks may have another size. */
const markets = fc
  .record({
    tree: scenarioTrees,
    ownProvider: fc.boolean(),
    caps: fc.constantFrom(['40 %', '80 %'], ['90 %', '90 %'], ['20 %', '30 %']),
    gpus: fc.integer({ min: 8, max: 6000 }),
    isSmall: fc.boolean(),
  })
  .map(({ tree, ownProvider, caps, gpus, isSmall }): Tree => {
    const sites = tree['sites'] as Tree[];
    const policies = tree['policies'] as Tree;
    return {
      ...tree,
      chips: { ...(tree['chips'] as Tree), providerShare: '50 %', tenantCap: caps[0] },
      // A hall may go back only from the provider that lends it.
      policies: Object.fromEntries(Object.entries(policies).filter(([key]) => key !== 'returns')),
      providers: [{ name: 'second', pace: '0.8 / 1 / 1.3', providerShare: '20 / 30 / 40 %' }],
      products: [{ name: 'small', gpusPerRack: '8 gpu', facilityPower: '1.5 kW/gpu', podRacks: '4 rack' }],
      tenants: [
        {
          name: 'other',
          ...(ownProvider && { provider: 'second' }),
          contract: {
            commitment: '$50000000',
            effectiveTerm: '1 year',
            termEnds: '2030-01-01',
            price: '$3/gpu/hour',
            gpus: `${gpus} gpu`,
          },
          tenantCap: caps[1],
          ...(isSmall && { product: 'small' }),
        },
      ],
      sites: sites.map((site, index) => (index % 2 === 1 ? { ...site, provider: 'second' } : site)),
    };
  });

test('random markets of two tenants keep every invariant, and allotted and unallotted sum to what was made', () => {
  fc.assert(
    fc.property(markets, fc.integer({ min: 0, max: 99 }), (tree, index) => {
      const run = replication(scenarioOf(tree), index);
      expect(run.programmes).toHaveLength(2);
      assertInvariants(run);
    }),
    { seed: 16, numRuns: 25 },
  );
});
