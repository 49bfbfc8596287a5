import { describe, expect, test } from 'vitest';
import { describeRollout } from '../../../models/rollout/description/description.ts';
import {
  daysText,
  dollarsText,
  listText,
  numberText,
  rangeText,
} from '../../../models/rollout/description/rangeText.ts';
import { earliestReady } from '../../../models/rollout/sites/earliestReady.ts';
import { siteRacks } from '../../../models/rollout/sites/siteRacks.ts';
import { constant, lowModeHigh } from '../../../src/random/index.ts';
import { shippedScenario } from './shippedScenario.ts';

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
  expect(text('Known on 2026-01-01', 'D1 building shell', begun)).toBe(
    'begun on 2025-12-01, done on 2025-12-10',
  );
  expect(text('Known on 2026-01-01', 'D1 building fitOut', begun)).toBe('begun on 2025-12-10, under way');
  expect(describeRollout(scenario).some(({ title }) => title.startsWith('Known'))).toBe(false);
});

describe('numbers in words', () => {
  test('ranges are P10 to P90 with the median, a constant is itself', () => {
    expect(rangeText(lowModeHigh(10, 20, 30), { after: ' MW' })).toBe('10 to 30 (median 20) MW');
    expect(rangeText(constant(5), { after: ' MW' })).toBe('5 MW');
  });

  test('numbers have three digits or all before the point, durations the unit that reads best', () => {
    expect([0.0123, 1.666, 12.345, 256.5, 72_000].map(numberText)).toEqual([
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
    expect([['a'], ['a', 'b', 'c'], []].map(listText)).toEqual(['a', 'a, b and c', '']);
  });
});
