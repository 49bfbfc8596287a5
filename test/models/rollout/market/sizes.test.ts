import { expect, test } from 'vitest';
import { dayNumber } from '../../../../models/rollout/calendars.ts';
import { rolloutRecord } from '../../../../models/rollout/record.ts';
import { assertInvariants, replication } from '../assertInvariants.ts';
import { scenarioOf } from '../randomScenario.ts';
import { paperTree } from '../variedPaper.ts';

/*
 * Solved by hand. Beside the hand-solved rollout's tenant, whose racks have 72 GPUs and 125 kW, a second one buys 800 GPUs in servers of 8
 * and 12.5 kW: 100 servers, each a tenth of a position. Their maker finishes 100 of them on day 25, and they dock on day 30, together with
 * the first 20 racks. E1 has 40 positions: the racks take 20, the servers 10. Its crew installs 4 a day, the racks first, by day 35, and
 * then the servers in pods of 20, by days 40, 45, 50, 55 and 60: accepted ten days after each, the last on day 70. The second lot of racks
 * docks on day 55 and finds 10 positions: 10 of its 20 racks stand there, and they are installed after the servers, by day 62.5.
 */
const rolloutOf = (policies: Record<string, unknown> = {}) =>
  replication(
    scenarioOf(
      paperTree((paper) => {
        Object.assign(paper.policies, policies);
        const chips = paper['chips'] as Record<string, unknown>;
        Object.assign(paper, {
          products: [
            { name: 'server', gpusPerRack: '8 gpu', facilityPower: '1.5625 kW/gpu', podRacks: '20 rack' },
          ],
          tenants: [
            {
              name: 'B',
              product: 'server',
              contract: {
                commitment: '$1000000',
                effectiveTerm: '1 year',
                termEnds: '2027-01-01',
                price: '$3/gpu/hour',
                gpus: '800 gpu',
              },
              caps: [{ vendor: 'server maker', cap: '100 %' }],
              milestones: { gpus: ['160 gpu', '320 gpu', '480 gpu', '640 gpu'], fractions: [] },
            },
          ],
        });
        chips['otherVendors'] = [
          {
            name: 'server maker',
            product: 'server',
            output: { kind: 'lots', racks: '100 rack', every: '25 days', count: '1 lot' },
            providerShare: '100 %',
            packageToRack: '0 days',
            freight: '5 days',
          },
        ];
      }),
    ),
    0,
  );
const run = rolloutOf();

test('servers and racks share positions, crew and hall', () => {
  const [racks, servers] = run.programmes;
  expect([...servers!.milestones.days]).toEqual([50, 55, 60, 65, 70]);
  expect(racks!.milestones.days[racks!.milestones.thresholds.indexOf(1440)]).toBe(45);
  const [site] = run.floor.sites;
  expect(site!.shares.map(({ positions }) => Number(positions.toFixed(9)))).toEqual([30, 10]);
});

test('positions are counted in megawatts: 3.75 MW of racks and servers in service at the end of March', () => {
  const record = rolloutRecord(run) as Record<string, Float64Array>;
  const march = run.world.tables.grid.days.indexOf(dayNumber('2026-01-01', '2026-03-31'));
  expect(record['serving_mw:E1']![march]).toBeCloseTo(3.75, 9);
  expect(record['filled_mw:E1']!.at(-1)).toBeCloseTo(5, 9);
});

test('every invariant holds', () => assertInvariants(run));

test('racks that are asked for by forecast are those whose positions servers on their way have left', () => {
  // E1 has 40 positions: 20 racks of the first lot and 100 servers, a tenth of a position each, leave 10 to the second.
  const { market } = rolloutOf({ order: { kind: 'need-by', buffer: '0 days' } });
  const taken = market.allotments.flatMap(({ day, takes }) =>
    takes
      .filter(({ taken: racks }) => racks > 0)
      .map(({ programme, taken: racks, reason }) => [day, programme, racks, reason]),
  );
  expect(taken.slice(0, 3)).toEqual([
    [25, 0, 20, 'cap'],
    [25, 1, 100, 'need'],
    [50, 0, 10, 'forecast'],
  ]);
});
