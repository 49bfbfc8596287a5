import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { scenarioSchema, type RolloutRun, type RolloutScenario } from '../../../../models/rollout/index.ts';
import { unallotted } from '../../../../models/rollout/market/market.ts';
import { rolloutRecord } from '../../../../models/rollout/record.ts';
import { loadScenario, type Setting } from '../../../../src/scenario/index.ts';
import { assertInvariants, replication } from '../assertInvariants.ts';

/*
 * Solved by hand, before the code. Racks of 72 GPUs and 125 kW, pods of 20, burn-in 3 days, acceptance 7. The vendor finishes lots of 100
 * racks on days 25, 50, 75 and 100, and freight takes 5 days. Everybody orders by the share of today: P 50, Q 30 and the vendor's other
 * customers 20 racks a lot, all of priority 2; nobody has a backlog.
 *
 * Tenant A is P's, wants 40 racks and may take 40 % of P's. Tenant B is Q's, wants 30 racks and may take 50 % of Q's. P has hall E1 of 80
 * positions from day 0 and a crew that installs 4 racks a day. Q has no sites but a flow of 20 positions every 20 days from day 20 on, and
 * racks are installed there 10 days after they got their positions, however many they are.
 *
 * Deal D: A buys 24 racks more of Q, on day 40 (2026-02-10). Q orders them at once and they are prepaid: priority 1. The prepayment adds 2
 * racks a day (4383 packages a month) from day 90 on: 20 racks of the 25 days of lot 4, of which 10 days come after day 90.
 *
 * THE QUEUE, in racks. What is open after a lot stays open.
 *
 *   lot  made    ordered (with what was open)        D gets    P      Q      others    open after: P, Q, others
 *    1   100     50, 30, 20                            0      50     30       20        0, 0, 0
 *    2   100     D 24 first; of the rest 76/100       24      38     22.8     15.2     12, 7.2, 4.8
 *    3   100     62, 37.2, 24.8: of 124 get 100        0      50     30       20       12, 7.2, 4.8
 *    4   120     72, 43.2, 28.8: of 144 get 120        0      60     36       24       12, 7.2, 4.8
 *
 * WHO TAKES THEM. Whole racks by running totals: of P's 50, 88, 138 A may take 40 %: 20, 35.2, 55.2, so 20, 15 and 20 a lot. Of Q's own 30,
 * 52.8, 82.8 B may take half: 15, 26.4, 41.4, so 15, 11 and 15; and A of D's all 24.
 *
 *   lot    A at P          A at Q         B at Q          nobody's
 *    1     20 cap           0 need        15 cap            65
 *    2     15 cap          24 need        11 cap            50
 *    3      5 need          0 need         4 need           91
 *    4      0 need          0 need         0 need          120
 *
 * INTO SERVICE. A at P: lot 1 docks on day 30, is installed by day 35, has passed by day 38: 20 racks on day 45. The 15 of lot 2 dock on day
 * 55 and are installed by day 58.75; the 5 of lot 3 dock on day 80, are installed by day 81.25 and make the pod whole: passed on day 84.25,
 * accepted on day 91.25.
 * At Q: B's 15 dock on day 30, find 20 positions and pass on day 43, 5 short of a pod. On day 55 there are 25 positions: A's 24 come first,
 * B gets 1 and 10 wait. A's 24 are installed by day 65 and pass on day 68: a pod of 20 is accepted on day 75, 4 stay short. B's 10 get
 * positions on day 60 and pass on day 73: with 15, 1 and 4 of them the pod is whole, accepted on day 80; 6 stay short. On day 80 lot 3 docks
 * and brings each tenant its last racks, which closes short pods: A's 4 at Q are accepted on day 87, and B's 6 with the 4 of lot 3, which
 * pass on day 93, on day 100.
 *
 *   A: 20 racks on day 45, 40 on day 75, 44 on day 87, all 64 on day 91.25.   B: 20 racks on day 80, all 30 on day 100.
 *
 * CONCENTRATION of A's fleet (sum of squared shares): nothing in service at the end of January; all at P in February: 1; at the end of
 * March 20 racks at P and 24 at Q: (400 + 576) / 44²; from April on 40 and 24: (1600 + 576) / 64².
 *
 * D VANISHES. Nobody's order is open after any lot: P 50, Q 30 a lot. A takes 20 and 20, B takes 15 and 15. A's second 20 dock on day 55 and
 * are accepted on day 70: all 40. B's second 15 find 25 positions on day 55 and pass on day 68: a whole pod and one closed with 10, both
 * accepted on day 75. So D delays B by 5 days to 20 racks and by 25 days to all 30.
 *
 * D IS DIVERTED to P, the only other provider. The queue serves it as before. A may take 20, then 15 and D's 24, then 20 of P, and takes 20,
 * 39 and 5. B takes 15, 11 and 4 as before, and on day 55 finds 25 positions for its 11: they pass on day 68 and the pod of 20 is accepted
 * on day 75; 6 stay short until lot 3, whose 4 racks pass on day 93: all 30 on day 100. So to 20 racks D delays B by 5 days for Q's halls,
 * and to all 30 by the vendor's lots alone: another provider's halls would not have helped.
 * A's 39 are installed one after another: a pod by day 60, accepted on day 70; 19 by day 64.75. The first of lot 3 makes that pod whole on
 * day 80.25, accepted on day 90.25, and the last 4 are installed by day 81.25 and accepted on day 91.25.
 *
 * STRATEGIES of A, alone, with 40 racks to have of P (40 % of 50: 20 a lot) or of Q (half of 30: 15 a lot).
 *
 *   neutral         20 and 20        lot 1: 20 need, 15 cap      lot 2: 0, 5 need
 *   committed       40 and 0         lot 1: 20 cap, 0 need       lot 2: 20 need, 0
 *   opportunistic   first come       lot 1: 20 cap, 15 cap       lot 2: 5 need, 0
 */

const FILE = new URL('handSolvedMarket.yaml', import.meta.url).pathname;
const NEVER = Number.POSITIVE_INFINITY;

function market(settings: Record<string, Setting> = {}): RolloutScenario {
  return loadScenario({
    file: FILE,
    load: (path) => readFileSync(path, 'utf8'),
    catalog: () => undefined,
    schema: scenarioSchema,
    settings,
  }).scenario;
}

/** What each tenant took of each lot where and why, and what nobody took. */
const allotted = ({ market: { allotments } }: RolloutRun) =>
  allotments.map((lot) => [
    lot.day,
    lot.produced,
    ...lot.takes.map(({ programme, provider, taken, reason }) =>
      [`${'AB'[programme]}@${'PQ'[provider]}`, taken, reason].join(' '),
    ),
    unallotted(lot),
  ]);

/** Days on which the racks of each tenant came into service, each with how many. */
const inService = ({ floor, programmes }: RolloutRun): [number, number][][] => {
  const { racks } = floor.fleet;
  return programmes.map(({ index }) => {
    const days = new Map<number, number>();
    for (let rack = 0; rack < racks.count; rack++)
      if (racks.programme[rack] === index)
        days.set(racks.inServiceAt[rack]!, (days.get(racks.inServiceAt[rack]!) ?? 0) + 1);
    return [...days].sort(([a], [b]) => a - b);
  });
};

const days = ({ programmes }: RolloutRun) => programmes.map(({ milestones }) => [...milestones.days]);

describe('two tenants, two providers and a deal', () => {
  let run: RolloutRun;
  beforeAll(() => {
    run = replication(market(), 0);
  });

  test('take of the four lots what the queue gives their providers', () => {
    expect(allotted(run)).toEqual([
      [25, 100, 'A@P 20 cap', 'A@Q 0 need', 'B@Q 15 cap', 65],
      [50, 100, 'A@P 15 cap', 'A@Q 24 need', 'B@Q 11 cap', 50],
      [75, 100, 'A@P 5 need', 'A@Q 0 need', 'B@Q 4 need', 91],
      [100, 120, 'A@P 0 need', 'A@Q 0 need', 'B@Q 0 need', 120],
    ]);
  });

  test('have their racks in service on the days of the solution', () => {
    expect(inService(run)).toEqual([
      [
        [45, 20],
        [75, 20],
        [87, 4],
        [91.25, 20],
      ],
      [
        [80, 20],
        [100, 10],
      ],
    ]);
    expect(days(run)).toEqual([
      [45, 75, 91.25, 91.25],
      [80, 100, 100],
    ]);
  });

  test("have A's fleet at two providers, as concentrated as its shares squared", () => {
    const record = rolloutRecord(run);
    const of = (name: string) => [...(record[name] as Float64Array)].slice(0, 4);
    expect(of('providers.gpus:A@P')).toEqual([0, 1440, 1440, 2880]);
    expect(of('providers.gpus:A@Q')).toEqual([0, 0, 24 * 72, 24 * 72]);
    const [january, ...later] = of('tenants.hhi:A');
    expect(january).toBeNaN();
    expect(later[0]).toBe(1);
    expect(later[1]).toBeCloseTo((400 + 576) / 44 ** 2, 12);
    expect(later[2]).toBeCloseTo((1600 + 576) / 64 ** 2, 12);
  });

  test('keep every invariant', () => assertInvariants(run));
});

test('without the deal B has 20 racks 5 days sooner and all 30 racks 25 days sooner', () => {
  const run = replication(market({ 'deals.D.removed': 'vanish' }), 0);
  expect(allotted(run)).toEqual([
    [25, 100, 'A@P 20 cap', 'B@Q 15 cap', 65],
    [50, 100, 'A@P 20 need', 'B@Q 15 need', 65],
    [75, 100, 'A@P 0 need', 'B@Q 0 need', 100],
    [100, 100, 'A@P 0 need', 'B@Q 0 need', 100],
  ]);
  expect(days(run)).toEqual([
    [45, 70, 70, 70],
    [75, 75, 75],
  ]);
  assertInvariants(run);
});

test('with the deal at the other provider B has 20 racks 5 days sooner, and all 30 no sooner', () => {
  const run = replication(market({ 'deals.D.removed': 'divert' }), 0);
  expect(allotted(run)).toEqual([
    [25, 100, 'A@P 20 cap', 'B@Q 15 cap', 65],
    [50, 100, 'A@P 39 cap', 'B@Q 11 cap', 50],
    [75, 100, 'A@P 5 need', 'B@Q 4 need', 91],
    [100, 120, 'A@P 0 need', 'B@Q 0 need', 120],
  ]);
  expect(inService(run)[0]).toEqual([
    [45, 20],
    [70, 20],
    [90.25, 20],
    [91.25, 4],
  ]);
  expect(days(run)[1]).toEqual([75, 100, 100]);
  assertInvariants(run);
});

test.each([
  ['neutral', ['A@P 20 need', 'A@Q 15 cap'], ['A@P 0 need', 'A@Q 5 need']],
  ['committed', ['A@P 20 cap', 'A@Q 0 need'], ['A@P 20 need', 'A@Q 0 need']],
  ['opportunistic', ['A@P 20 cap', 'A@Q 15 cap'], ['A@P 5 need', 'A@Q 0 need']],
])('a %s tenant takes its need of two providers by its strategy', (strategy, ...lots) => {
  const scenario = market({ 'deals.D.removed': 'vanish', strategy, 'tenants.B.contract.gpus': '72 gpu' });
  const alone = { ...scenario, alsoAt: [{ provider: 'Q', tenantCap: scenario.tenants![0]!.tenantCap }] };
  const takes = allotted(replication(alone, 0)).map((lot) =>
    lot.filter((take) => String(take).startsWith('A')),
  );
  expect(takes.slice(0, 2)).toEqual(lots);
});

test('a milestone that nobody reaches stays open', () => {
  const run = replication(market({ 'chips.output.count': '1 lot' }), 0);
  expect(days(run)[0]).toEqual([45, NEVER, NEVER, NEVER]);
});
