import { describe, expect, test } from 'vitest';
import { shareLots } from '../../../../models/rollout/chips/allotment.ts';
import { soldOutDay } from '../../../../models/rollout/chips/succession.ts';
import { racksLacking } from '../../../../models/rollout/deployment/lacking.ts';
import { rollout, type RolloutRun, type RolloutScenario } from '../../../../models/rollout/index.ts';
import { basePoint, replicate } from '../../../../src/experiment/index.ts';
import { Simulation } from '../../../../src/kernel/index.ts';
import { layoutOf } from '../../../../src/record/index.ts';
import { outOfBounds } from '../../../fuzz/outOfBounds.ts';
import { assertInvariants, replication } from '../assertInvariants.ts';
import { scenarioOf } from '../randomScenario.ts';
import { paperTree } from '../variedPaper.ts';

/*
 * Solved by hand. A vendor makes 7,200 packages a quarter, which is 100 racks of 72, in months of equal weight and lots of 5 days. Of these
 * the contract accepts 100 % in the first quarter of 2026, 60 % in the second and 10 % from the third on; the rest is the next product, also
 * 72 to a rack, of which one GPU stands for two. The tenant may take 40 % of its provider's 50 %: a fifth. It needs 40 racks.
 *
 *   old racks by quarter: 20, 12, 2, 2: 36 in all by the end of the year, so that without a successor the contract is not filled.
 *   as shipped: in the second quarter 12 old racks and a fifth of 40 others that count twice: 28 in all. The 20 that are missing after the
 *     first quarter are taken after 20/28 of its 91 days: day 90 + 65 = 155.
 *   when sold out (below half): the third quarter is the first with less than half. 32 racks are there, and it brings 2 + 2 × 18 = 38: the
 *     8 that are missing take 8/38 of its 92 days: day 181 + 19 = 200.
 *
 * Lots are dated at the middle of their 5 days and racks are whole: to within a lot.
 */
const LOT_DAYS = 5;

interface Filled {
  readonly scenario: RolloutScenario;
  readonly run: RolloutRun;
  readonly day: number;
  readonly successors: number;
}

function filled(succession?: Record<string, unknown>, gpusPerRack = 72): Filled {
  const quarter = (from: string, eligible: string) => ({ from, packages: '7200 package', eligible });
  const tree = paperTree((paper) => {
    const chips = paper['chips'] as Record<string, unknown>;
    chips['output'] = {
      kind: 'series',
      quarters: [
        quarter('2026-01-01', '100 %'),
        quarter('2026-04-01', '60 %'),
        quarter('2026-07-01', '10 %'),
        quarter('2026-10-01', '10 %'),
      ],
      monthWeights: [1 / 3, 1 / 3, 1 / 3].map((part) => `${part * 100} %`),
      lotEvery: `${LOT_DAYS} days`,
    };
    const contract = paper['contract'] as Record<string, unknown>;
    contract['gpus'] = `${40 * 72} gpu`;
    if (succession !== undefined) contract['succession'] = succession;
    Object.assign(paper, {
      products: [{ name: 'next', gpusPerRack: `${gpusPerRack} gpu`, facilityPower: '3 kW/gpu' }],
      sites: [
        {
          name: 'E1',
          kind: 'ready',
          from: '2026-01-01',
          initial: '50 MW',
          monthly: '0 MW/month',
          ceiling: '50 MW',
        },
      ],
    });
  });
  const scenario = scenarioOf(tree);
  const run = replication(scenario, 0);
  const { racks } = run.floor.fleet;
  const { need } = run.programmes[0]!;
  const takes = run.market.allotments.filter((lot) => lot.takes.some(({ taken }) => taken > 0));
  return {
    scenario,
    run,
    day: need.committedGpus >= need.gpus ? takes.at(-1)!.day : Number.POSITIVE_INFINITY,
    successors: racks.product.slice(0, racks.count).filter((product) => product === 1).length,
  };
}

const NEXT = { product: 'next', gpusPerOld: '50 %' };

describe('a successor product', () => {
  test('fills nothing by default, nor under none: the contract starves', () => {
    for (const { day, successors, run } of [filled(), filled({ kind: 'none' })]) {
      expect(day).toBe(Number.POSITIVE_INFINITY);
      expect(successors).toBe(0);
      expect(run.programmes[0]!.need.committedGpus).toBe(36 * 72);
    }
  });

  test('fills the contract as it ships', () => {
    const { day, run } = filled({ kind: 'as-shipped', ...NEXT });
    expect(Math.abs(day - 155)).toBeLessThanOrEqual(LOT_DAYS);
    expect(run.programmes[0]!.need.acceptedGpus).toBe(40 * 72);
    assertInvariants(run);
  });

  test('fills the contract once the old product is sold out', () => {
    const { day, successors, run } = filled({ kind: 'when-sold-out', soldOutBelow: '50 %', ...NEXT });
    expect(Math.abs(day - 200)).toBeLessThanOrEqual(LOT_DAYS);
    expect(successors).toBe(4);
    assertInvariants(run);
  });

  test('is not taken where the old one never sells out', () => {
    expect(filled({ kind: 'when-sold-out', soldOutBelow: '5 %', ...NEXT }).day).toBe(
      Number.POSITIVE_INFINITY,
    );
  });
});

describe('racks that the contract still lacks', () => {
  test('are whole and none too few, whatever a successor counts for', () => {
    for (const gpusPerOld of ['1 %', '30 %', '50 %', '70 %', '110 %', '1000 %'])
      for (const gpusPerRack of [50, 72, 144])
        for (const kind of [{ kind: 'as-shipped' }, { kind: 'when-sold-out', soldOutBelow: '50 %' }]) {
          const { scenario } = filled({ ...kind, product: 'next', gpusPerOld }, gpusPerRack);
          const outputs = rollout.outputs(scenario);
          const record = replicate(rollout, new Simulation(), basePoint(scenario), 'lacking', 0);
          expect(outOfBounds(layoutOf(outputs), record, outputs.horizonDays)).toBeUndefined();
        }
  });

  test('are those of the contract less its own racks and what successors stand for', () => {
    const lacking = ({ run: { floor, programmes } }: Filled): number => racksLacking(floor, programmes[0]!);
    const alone = filled();
    expect(lacking(alone)).toBe(40 - (36 - alone.run.programmes[0]!.places[0]!.racksOnTheWay));
    expect(lacking(filled({ kind: 'as-shipped', ...NEXT }))).toBe(0);
  });
});

test('of lots before its day a tenant may take nothing, and of those after it its part of them alone', () => {
  const lots = [5, 10, 15].map((finishedDay) => ({ finishedDay, racks: 10 }));
  const caps = [{ programme: 0, cap: 0.5, fromDay: 10 }];
  const { offers } = shareLots(lots, [{ provider: 0, share: 1, rackScalePart: 1, caps }]);
  expect([...offers[0]!.caps[0]!.racks]).toEqual([0, 5, 5]);
});

test('a product is sold out from the first lot that is made with less of it than stated', () => {
  const lots = [10, 20, 30].map((finishedDay) => ({ finishedDay }));
  const oldPart = (day: number): number => (day < 15 ? 0.8 : 0.4);
  expect(soldOutDay(lots, { oldPart, below: 0.5, packageToRack: 5 })).toBe(20);
  expect(soldOutDay(lots, { oldPart, below: 0.3, packageToRack: 5 })).toBe(Number.POSITIVE_INFINITY);
});
