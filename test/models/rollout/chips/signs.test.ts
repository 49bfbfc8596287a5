import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simulateRollout, type RolloutScenario } from '../../../../models/rollout/index.ts';
import { Simulation } from '../../../../src/kernel/index.ts';
import { constant, Streams } from '../../../../src/random/index.ts';
import { shippedScenario } from '../shippedScenario.ts';

const BASE = shippedScenario('paper-and-pencil').scenario;

/** One class of racks, one site, first come first served, and no policy that a delay can trigger. */
function oneSite(cap: number, over: Partial<RolloutScenario['chips']> = {}): RolloutScenario {
  const site = BASE.sites.find(({ kind }) => kind === 'ready')!;
  return {
    ...BASE,
    chips: { ...BASE.chips, tenantCap: constant(cap), ...over },
    deployment: { ...BASE.deployment, burnIn: { kind: 'exponential', mean: 3 } },
    sites: [{ ...site, initial: 30, ceiling: constant(30) } as RolloutScenario['sites'][number]],
  };
}

function milestones(scenario: RolloutScenario, seed: string): Float64Array {
  const streams = new Streams({ seed });
  streams.begin(0);
  return simulateRollout(new Simulation(), scenario, streams).programmes[0]!.milestones.days;
}

const seeds = fc.string({ minLength: 1, maxLength: 8 });
const caps = fc.double({ min: 0.05, max: 1, noNaN: true });

/** Draws belong to a rack's serial, so burn-in is the same for the k-th rack of a lot in both runs only when constant. */
function constantBurnIn(scenario: RolloutScenario): RolloutScenario {
  return { ...scenario, deployment: { ...scenario.deployment, burnIn: constant(3) } };
}

test('a larger cap never makes any milestone later: one class, one site, first come first served', () => {
  fc.assert(
    fc.property(caps, caps, seeds, (a, b, seed) => {
      const less = milestones(constantBurnIn(oneSite(Math.min(a, b))), seed);
      const more = milestones(constantBurnIn(oneSite(Math.max(a, b))), seed);
      less.forEach((day, i) => expect(more[i]!).toBeLessThanOrEqual(day));
    }),
    { numRuns: 60 },
  );
});

test('larger lots never make any milestone later', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 200 }),
      fc.integer({ min: 0, max: 100 }),
      seeds,
      (racks, extra, seed) => {
        const lots = (size: number): RolloutScenario =>
          constantBurnIn(oneSite(0.4, { output: { kind: 'lots', racks: size, every: 25, count: 12 } }));
        const less = milestones(lots(racks), seed);
        const more = milestones(lots(racks + extra), seed);
        less.forEach((day, i) => expect(more[i]!).toBeLessThanOrEqual(day));
      },
    ),
    { numRuns: 60 },
  );
});

test('longer freight never makes any milestone earlier, with burn-in that varies rack by rack', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 60, noNaN: true }), caps, seeds, (extra, cap, seed) => {
      const sooner = milestones(oneSite(cap), seed);
      const later = milestones(oneSite(cap, { freight: constant(5 + extra) }), seed);
      sooner.forEach((day, i) => expect(later[i]!).toBeGreaterThanOrEqual(day));
    }),
    { numRuns: 40 },
  );
});
