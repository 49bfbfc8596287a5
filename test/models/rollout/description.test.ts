import { listText, roundedText } from '../../../src/wording/index.ts';
import { describe, expect, test } from 'vitest';
import { describeRollout } from '../../../models/rollout/description/description.ts';
import { daysText, dollarsText, rangeText } from '../../../models/rollout/description/rangeText.ts';
import { earliestReady } from '../../../models/rollout/sites/earliestReady.ts';
import { siteRacks } from '../../../models/rollout/sites/siteRacks.ts';
import { constant, lowModeHigh } from '../../../src/random/index.ts';
import { withFlowSites } from '../../../models/rollout/sites/flowSites.ts';
import { scenarioOf } from './randomScenario.ts';
import { shippedScenario } from './shippedScenario.ts';
import { paperTree } from './variedPaper.ts';

const { scenario } = shippedScenario('paper-and-pencil');

/** The text of a line, by the title of its part and what it is of. */
function text(title: string, what: string, of = scenario): string | undefined {
  return describeRollout(of)
    .find((part) => part.title === title)
    ?.lines.find((line) => line.what === what)?.text;
}

describe('the hand-solved scenario in words', () => {
  test('says the contract, the lots and the target', () => {
    expect(text('The question', 'target')).toBe('100 % of the contract in service by 2026-12-31');
    expect(text('The contract', 'size')).toMatch(
      /^17,280 GPUs, stated, in 240 racks; a commitment of \$454M at \$3 a GPU-hour$/,
    );
    expect(text('Chips', 'output')).toBe(
      'lots of 100 racks every 25 days, 12 lots in all, the last on 2026-10-28',
    );
    expect(text('Chips', 'share')).toContain('about 20 % of the output in all');
  });

  test('says of every site its megawatts, its beginning, its racks, and the first day at best', () => {
    expect(text('Sites', 'E1')).toBe(
      'existing halls: 5 MW from 2026-01-01, 0 MW more each month, up to 5 MW. About 40 racks',
    );
    expect(text('Sites', 'E2')).toBe(
      '1 existing hall of 5 MW in all, converted from 2026-01-01 on. About 40 racks; the first not before 2026-04-01, with every stage at its low end',
    );
    expect(text('Sites', 'D1')).toBe(
      'a campus of 20 MW in 2 halls, land cleared on 2026-01-01; 3 transformers of 12.5 MVA from the open market, 24 MW at full build. About 160 racks; the first not before 2026-06-20, with every stage at its low end',
    );
    expect(text('Sites', 'all together')).toBe('room for about 240 racks; the contract is for about 240');
  });
});

test('the earliest day of a site is the longest of its own chains: 60 + 10 + 20, and 20 + 100 + 20 + 15 + 15 of the campus', () => {
  expect(scenario.sites.map((site) => earliestReady(scenario, site))).toEqual([0, 90, 170]);
});

test('existing halls that are still empty are there a month after they begin to grow, and never where they do not', () => {
  const hall = (from: string, monthly: string) => {
    const tree = paperTree(({ sites }) => Object.assign(sites[0]!, { from, initial: '0 MW', monthly }));
    const changed = scenarioOf(tree);
    return earliestReady(changed, changed.sites[0]!);
  };
  expect(hall('2026-03-02', '1 MW/month')).toBeCloseTo(60 + 365.25 / 12, 9);
  expect(hall('2025-06-01', '1 MW/month')).toBe(0);
  expect(hall('2026-03-02', '0 MW/month')).toBe(Infinity);
});

test('the racks of a site fill whole pods of 125 kW racks', () => {
  const level = { hall: 0.5, rack: 0.5 };
  expect(scenario.sites.map((site) => siteRacks(scenario, site, level))).toEqual([40, 40, 160]);
});

test('what has begun or ended is known, with its dates', () => {
  const [, , campus] = scenario.sites;
  if (campus?.kind !== 'dedicated') throw new Error('expected a campus');
  const shell = { duration: constant(9), started: '2025-12-01', finished: '2025-12-10' };
  const begun = {
    ...scenario,
    sites: [{ ...campus, building: { shell, fitOut: { duration: constant(90), started: '2025-12-10' } } }],
  };
  expect(text('Known on 2026-01-01', 'D1: building shell', begun)).toBe(
    'begun on 2025-12-01, done on 2025-12-10',
  );
  expect(text('Known on 2026-01-01', 'D1: building fit-out', begun)).toBe('begun on 2025-12-10, under way');
  expect(describeRollout(scenario).some(({ title }) => title.startsWith('Known'))).toBe(false);
});

describe('a scenario in words says', () => {
  const settings = (name: string, set: Parameters<typeof shippedScenario>[1] = {}): typeof scenario =>
    shippedScenario(name, set).scenario;
  const varied = (change: Parameters<typeof paperTree>[0]): typeof scenario => scenarioOf(paperTree(change));
  const base = settings('openai-aws-38b');

  test('from when to when it runs, and which totals are asked for', () => {
    expect(text('The question', 'run')).toBe(
      'from 2026-01-01 to 2026-12-31, 12 months; things are known up to 2026-01-01',
    );
    expect(text('The question', 'scenario', base)).toBe('OpenAI on AWS, the $38B agreement of November 2025');
    expect(text('The question', 'dates asked for', base)).toBe(
      '10,000 GPUs; 50,000 GPUs; 100,000 GPUs; 200,000 GPUs; 25 %, 50 %, 75 %, 90 % and 100 % of the contract',
    );
    const none = varied((tree) => void (tree['milestones'] = { gpus: ['72 gpu'], fractions: [] }));
    expect(text('The question', 'dates asked for', none)).toBe('72 GPUs');
  });

  test('how many GPUs a commitment buys: fewer at a high price than at a low one', () => {
    const size = text('The contract', 'size', base)!;
    const numbers = /^\$38B buys ([\d,]+) to ([\d,]+) GPUs \(median ([\d,]+)\)/.exec(size)!.slice(1);
    const [few, many, middle] = numbers.map((number) => Number(number.replaceAll(',', '')));
    expect(few).toBeLessThan(middle!);
    expect(middle).toBeLessThan(many!);
  });

  test('in which racks the sum of contracts for several products is', () => {
    const of = text('Sites', 'all together', settings('openai-aws-138b'));
    expect(of).toContain(
      'all contracts are for about 13,844 (counted as racks of the first product, by the power that they draw)',
    );
  });

  test('what a rack holds and draws, the schedule, the clauses, and which money is counted', () => {
    expect(text('The contract', 'rack')).toBe(
      '72-GPU rack of 100 kW, PUE 1.25: 72 GPUs, 1.74 kW of facility power each, about 125 kW a rack',
    );
    expect(text('The contract', 'schedule')).toBeUndefined();
    expect(text('The contract', 'schedule', base)).toBe('shortfall is measured against straight-to-target');
    expect(text('The contract', 'money')).toBe('spend alone: no prices of racks and plant are stated');
    expect(text('The contract', 'money', base)).toBe('spend, capital, power and what waiting costs');
    const clauses = {
      ...base,
      contract: {
        ...base.contract,
        takeOrPay: { schedule: 'straight-to-target', floor: 0.8 },
        prepayment: { amount: 2e9, creditPart: 0.25 },
      },
    } as typeof scenario;
    expect(text('The contract', 'take or pay', clauses)).toBe('at least 80 % of straight-to-target');
    expect(text('The contract', 'prepaid', clauses)).toBe('$2B, credited at most 25 % of each bill');
    expect(text('The contract', 'take or pay', base)).toBeUndefined();
    expect(text('The contract', 'prepaid', base)).toBeUndefined();
  });

  test('where the packages come from, which products are accepted, and who finishes them', () => {
    const packaging = settings('output-by-packaging');
    expect(text('Chips', 'output', base)).toMatch(
      /^packages by quarter from 2025-07-01 to 2028-12-31, [\d,]+ in the first and [\d,]+ in the last \(medians\)$/,
    );
    expect(text('Chips', 'output', packaging)).toBe(
      'packages that follow from packaging capacity, from the quarter of 2025-10-01 to that of 2028-10-01',
    );
    expect(text('Chips', 'generations', packaging)).toBe(
      'hopper (not accepted), blackwell, rubin (not accepted)',
    );
    expect(text('Chips', 'generations', base)).toBeUndefined();
    expect(text('Chips', 'pipeline', base)).toMatch(/^wafer start to finished rack about \d+ \w+$/);
    expect(text('Chips', 'pipeline')).toBeUndefined();
    expect(text('Chips', 'makers', base)).toBeUndefined();
    const maker = { share: 0.5, capacity: 9 };
    const made = {
      ...base,
      chips: {
        ...base.chips,
        makers: [
          { ...maker, name: 'a' },
          { ...maker, name: 'b' },
        ],
        otherVendors: [{ name: 'V', output: scenario.chips.output }],
      },
    } as typeof scenario;
    expect(text('Chips', 'makers', made)).toBe('a (at most 9 racks a week) and b (at most 9 racks a week)');
    expect(text('Chips', 'V', made)).toMatch(
      /^another vendor: lots of 100 racks every 25 days, 12 lots in all/,
    );
    const servers = {
      ...made,
      products: [{ name: 'server', gpusPerRack: 8, facilityPower: { kind: 'constant', value: 1.9 } }],
      chips: { ...made.chips, otherVendors: [{ ...made.chips.otherVendors![0]!, product: 'server' }] },
    } as typeof scenario;
    expect(text('Chips', 'V', servers)).toMatch(/; a rack is server, of 8 GPUs and 15.2 kW$/);
  });

  test('against whom a provider orders in a queue, and which shocks there are', () => {
    const race = text('Chips', 'share', settings('arms-race'))!;
    expect(race).toContain(
      'today; orders and priorities then decide, against AWS, Google, Oracle and CoreWeave',
    );
    expect(race).not.toContain('of the output in all');
    expect(text('Chips', 'shocks')).toBe('none');
    expect(text('Chips', 'shocks', settings('with-disruptions'))).toContain('quake, great-quake, ');
  });

  test('how fleets and flows come, and that no rack ever stands where nothing is built', () => {
    expect(text('Sites', 'pool-1', base)).toMatch(
      /^a fleet of [\d,]+ to [\d,]+ \(median [\d,]+\) GPUs that serves others is handed over within 13 weeks\. About \d+ racks$/,
    );
    const flow = withFlowSites(settings('arms-race'));
    expect(text('Sites', 'Azure halls', flow)).toMatch(
      /^halls of Azure as a flow: 1,800 to 3,600 \(median [\d,]+\) MW a year, 25 % more each year, from 2025-09-01; 150 MW at first; all of it 0 days to 21 weeks \(median [\d.]+ weeks\) later; a rack is installed in 7 days to 8 weeks \(median 28 days\)\. About [\d,]+ racks; the first may go in on the first day$/,
    );
    const none = { 'provider.flow.added': '0 MW/year', 'provider.flow.initial': '0 MW' };
    expect(text('Sites', 'Azure halls', withFlowSites(settings('arms-race', none)))).toMatch(
      /About 0 racks; none can ever stand there$/,
    );
    const later = { ...none, 'provider.flow.from': '2026-06-01', 'provider.flow.initial': '100 MW' };
    expect(text('Sites', 'Azure halls', withFlowSites(settings('arms-race', later)))).toMatch(
      /; the first not before 2026-06-01, with every stage at its low end$/,
    );
    expect(text('Sites', 'builder')).toBe('the provider, at the usual durations');
    expect(text('Sites', 'builder', settings('arms-race'))).toBeUndefined();
  });

  test('what a campus runs on before the grid, what the grid may take away, and the utility', () => {
    const power = {
      bridging: [
        {
          name: 'engines',
          kind: 'engines',
          power: '5 MW',
          leadTime: '9 days',
          trigger: { kind: 'date', on: '2026-02-01' },
        },
        {
          name: 'cells',
          kind: 'fuel-cells',
          power: '3 MW',
          leadTime: '9 days',
          trigger: { kind: 'waiting', after: '20 days' },
        },
      ],
      downgrades: [
        { name: 'summer', from: '2026-06-01', power: '7 MW' },
        { name: 'perhaps', from: '2026-09-01', power: '6 MW', probability: '30 %' },
      ],
    };
    const campus = (temporaryPower?: string): string =>
      text(
        'Sites',
        'D1',
        varied(({ sites }) =>
          Object.assign(sites[2]!.power as object, power, temporaryPower && { temporaryPower }),
        ),
      )!;
    expect(campus()).toContain(
      'engines of 5 MW ordered on 2026-02-01, which no rack runs on; ' +
        'cells of 3 MW ordered when a hall has waited 20 days, which no rack runs on; ' +
        'summer: 7 MW from 2026-06-01; perhaps: 6 MW from 2026-09-01, with a probability of 30 %. About 160 racks',
    );
    expect(campus('service')).toContain('ordered on 2026-02-01, which racks may run on; ');
    const green = settings('greenfield-1gw');
    expect(text('Sites', 'campus', green)).toContain(
      'ERCOT without upgrade, asked on 2026-11-23; 9 transformers',
    );
  });

  test('who installs racks, who is called where many wait, and what fails', () => {
    expect(text('From the dock into service', 'crews')).toBe(
      '1 at each campus, each installing 4 racks a day',
    );
    const crews = (kind: string): typeof scenario =>
      varied(({ deployment }) =>
        Object.assign(deployment, {
          travelling: { crews: '2 crew', move: '2 days', perSite: '1 crew' },
          crewPolicy: { kind, queue: '9 days', lag: '4 days', perSite: '3 crew' },
        }),
      );
    const more = 'where more than 9 days of work wait, up to 3 at a campus; it begins 4 days after the call';
    expect(text('From the dock into service', 'crews', crews('add'))).toBe(
      '1 at each campus, and 2 travelling crews, each installing 4 racks a day',
    );
    expect(text('From the dock into service', 'more crews', crews('add'))).toBe(`one is added ${more}`);
    expect(text('From the dock into service', 'more crews', crews('move'))).toBe(`one is moved ${more}`);
    expect(text('From the dock into service', 'more crews')).toBeUndefined();
    expect(text('From the dock into service', 'burn-in')).toBe(
      '3 days; 0 % of racks fail it and take 0 days more',
    );
    expect(text('From the dock into service', 'acceptance')).toBe(
      "in pods of 20 racks; the cluster's shake-out takes 7 days",
    );
    expect(text('From the dock into service', 'out of service')).toBeUndefined();
    expect(text('From the dock into service', 'out of service', base)).toMatch(
      /^5 % to 15 % \(median 10 %\) of accepted racks in their first year, [\d.]+ % to .* later$/,
    );
  });

  test('what is decided: where racks go, when they are taken, given to others or back, and energized', () => {
    const chosen = (policies: object, outages = 'in-windows'): typeof scenario =>
      varied((tree) => {
        Object.assign(tree.policies, policies);
        (tree['calendars'] as Record<string, unknown>)['outages'] = outages;
      });
    const ahead = chosen({
      placement: 'balanced',
      order: { kind: 'need-by', buffer: '30 days' },
      divert: { kind: 'after', after: '21 days', repaid: true, repayCeiling: '75 %' },
      stagingLimit: '40 rack',
      returns: [{ site: 'E1', on: '2026-09-01', notice: '9 days' }],
    });
    const choice = (what: string, of?: typeof scenario) => text('Choices', what, of);
    expect(choice('racks go to')).toBe('existing halls first');
    expect(choice('racks go to', ahead)).toBe('pod by pod to the site whose crews are free first');
    expect(choice('racks are taken')).toBe('as they are allotted');
    expect(choice('racks are taken', ahead)).toBe(
      'for positions that are forecast to be there, up to 30 days ahead',
    );
    expect(choice('racks that wait')).toBe('never given to others');
    expect(choice('racks that wait', ahead)).toBe(
      'given to others after 21 days at the dock, and made good later; at most 40 wait',
    );
    const lost = chosen({ divert: { kind: 'after', after: '21 days', repaid: false, repayCeiling: '75 %' } });
    expect(choice('racks that wait', lost)).toBe('given to others after 21 days at the dock');
    expect(choice('E1', ahead)).toBe('goes back on 2026-09-01');
    expect(choice('energizing')).toBe('in outage windows only');
    expect(choice('energizing', chosen({}, 'any-day'))).toBe('on any day');
  });
});

describe('numbers in words', () => {
  test('ranges are P10 to P90 with the median, a constant is itself', () => {
    expect(rangeText(lowModeHigh(10, 20, 30), { after: ' MW' })).toBe('10 to 30 (median 20) MW');
    expect(rangeText(constant(5), { after: ' MW' })).toBe('5 MW');
  });

  test('numbers have three digits or all before the point, durations the unit that reads best', () => {
    expect([0.0123, 1.666, 12.345, 256.5, 72_000].map(roundedText)).toEqual([
      '0.012',
      '1.67',
      '12.3',
      '257',
      '72,000',
    ]);
    expect([1, 30, 84, 365.25, 1461].map(daysText)).toEqual([
      '1 day',
      '30 days',
      '12 weeks',
      '12 months',
      '4 years',
    ]);
    expect([12, 38e9, 1.5e6].map(dollarsText)).toEqual(['$12', '$38B', '$1.5M']);
    expect([['a'], ['a', 'b', 'c'], []].map((items) => listText(items))).toEqual(['a', 'a, b and c', '']);
  });
});
