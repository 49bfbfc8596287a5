import { describe, expect, test } from 'vitest';
import type { SaidDate } from '../../src/answer/index.ts';
import type { Picture, Side } from '../../src/explorer/picture.ts';
import type { Facts } from '../../src/explorer/scenarioFacts.ts';
import { changedIn, labelOf, roomsOf, withSetting } from '../../src/explorer/page/entries.ts';
import { againstBaseline, changeText } from '../../src/explorer/page/changeWords.ts';
import { periodAround, wholePeriod } from '../../src/explorer/page/period.ts';
import {
  answerOf,
  bandText,
  changeOf,
  pointsText,
  readinessOn,
  tied,
} from '../../src/explorer/page/words.ts';
import type { Estimate } from '../../src/statistics/index.ts';

const said = (estimate: string | undefined): SaidDate => ({ estimate, isEarlier: false });
const FACTS = { horizon: '2028-12-31', asOf: undefined };

const SIDE: Side = {
  readiness: [
    { date: '2026-01-01', p: 0, low: 0, high: 0.1 },
    { date: '2026-06-01', p: 0.5, low: 0.4, high: 0.6 },
  ],
  dates: { p10: said('2026-02-01'), p50: { ...said('2027-02-09'), low: '2027-01-01' }, p90: said(undefined) },
  probability: { estimate: 0.058, low: 0.045, high: 0.074 },
  attained: { estimate: 0.57, low: 0.54, high: 0.61 },
  fan: [{ date: '2026-01-31', p10: 1, p50: 1500, p90: undefined, low: 1000, high: undefined }],
  asked: undefined,
  spend: [],
  stages: [],
  binding: [],
  fleets: [],
  path: [],
  pathTotal: { estimate: undefined, low: undefined, high: undefined },
};

const PICTURE: Picture = {
  replications: 1000,
  total: 1000,
  milestone: { name: 'target', title: '100 % of the contract', isPlural: false, due: '2026-12-31' },
  now: SIDE,
  baseline: SIDE,
  differences: [
    {
      name: 'on time',
      unit: 'share',
      baseline: SIDE.probability,
      now: SIDE.probability,
      difference: { estimate: 0.042, low: 0.011, high: 0.073 },
      censored: 0,
    },
    {
      name: 'target',
      unit: 'day',
      baseline: SIDE.probability,
      now: SIDE.probability,
      difference: { estimate: -47.6, low: -1400, high: -0.2 },
      censored: 3,
    },
  ],
  changes: undefined,
  lines: [],
  commitment: undefined,
  millisecondsEach: undefined,
  tables: [],
};

describe('the answer', () => {
  test('is one number and a sentence in which every number has its interval', () => {
    expect(answerOf(PICTURE, FACTS)).toEqual({
      number: '5.8 %',
      words:
        'of the runs have 100 % of the contract in service by 31 Dec 2026 (95 % interval 4.5 % to 7.4 %; 1,000 replications). Half of the runs are there by 9 Feb 2027 (1 Jan 2027 to …). On average 57 % (54 % to 61 %) of it is there on 31 Dec 2026.',
    });
  });

  test('of a milestone that is not due speaks of the horizon, and of one that half of the runs miss says so', () => {
    const late = {
      ...PICTURE,
      milestone: { name: 'm', title: '10,000 GPUs', isPlural: true, due: undefined },
      now: { ...SIDE, dates: { ...SIDE.dates, p50: said(undefined) } },
    };
    expect(answerOf(late, FACTS).words).toBe(
      'of the runs have 10,000 GPUs in service by 31 Dec 2028, the horizon (95 % interval 4.5 % to 7.4 %; 1,000 replications). Half of the runs are there after the horizon or never.',
    );
  });

  test('forecasts nothing before the as-of date', () => {
    const facts = { ...FACTS, asOf: '2027-07-01' };
    const earlier = { ...said(undefined), isEarlier: true };
    const now = { ...SIDE, attained: undefined, dates: { ...SIDE.dates, p50: earlier } };
    expect(answerOf({ ...PICTURE, now }, facts)).toEqual({
      number: '',
      words:
        '100 % of the contract was due by 31 Dec 2026, before the as-of date: whether that was kept nobody has told the model. Half of the runs were there before 1 Jul 2027, on days that nobody observed.',
    });
    const milestone = { name: 'm', title: '10,000 GPUs', isPlural: true, due: undefined };
    const late = { ...now, dates: { ...now.dates, p50: { ...earlier, high: '2027-08-01' } } };
    expect(answerOf({ ...PICTURE, milestone, now: late }, facts).words).toContain(
      'Half of the runs were there before 1 Jul 2027 (… to 1 Aug 2027), on days that nobody observed.',
    );
  });

  test('against a baseline says by how much, in points and in whole days', () => {
    expect(changeOf(PICTURE)).toBe(
      'Against the baseline, on common draws: P(on time) +4.2 pp (+1.1 pp to +7.3 pp); mean date −48 (−1,400 to 0) days, in which a run that is not there by the horizon counts as arriving then.',
    );
    expect(changeOf({ ...PICTURE, differences: [] })).toBeUndefined();
  });
});

test('what a chart says on a date is the state at its last date before', () => {
  expect(readinessOn(SIDE.readiness, '2026-07-01')).toBe('1 Jul 2026: 50 % (40 % to 60 %) of the runs');
  expect(readinessOn(SIDE.readiness, '2025-07-01')).toBe('1 Jul 2025: before the as-of date');
  expect(bandText(SIDE.fan, '2026-07-01', String)).toBe(
    '31 Jan 2026: median 1500 (1000 to …); P10 to P90 of the runs 1 to not known',
  );
});

describe('what can be changed', () => {
  const row = {
    unit: '',
    source: 's',
    asOf: '',
    confidence: '' as const,
    basis: 'fact' as const,
    catalogId: '',
    overridden: false,
    note: '',
  };
  const facts = {
    ledger: [
      { ...row, path: 'deployment.orderShift.value', value: '2 crew', role: 'input' as const },
      { ...row, path: 'deployment.checked', value: '1', role: 'check' as const },
      { ...row, path: 'start', value: '2026-01-01', role: 'input' as const, note: 'Day zero' },
    ],
    choices: [
      { path: 'policies.order.kind', value: 'push', options: ['push', 'need-by'], description: 'When' },
    ],
  } as unknown as Facts;

  test('stands by rooms, choices first; checks are no inputs', () => {
    expect(roomsOf(facts, '').map(({ name, entries }) => [name, entries.map(({ path }) => path)])).toEqual([
      ['policies', ['policies.order.kind']],
      ['deployment', ['deployment.orderShift.value']],
      ['start', ['start']],
    ]);
    expect(roomsOf(facts, 'day ZERO').map(({ name }) => name)).toEqual(['start']);
    expect(changedIn({ name: 'start', entries: [] }, { start: '2026-02-01', 'starts.x': '1' })).toBe(1);
  });

  test('has names in words, and what is emptied is not set', () => {
    expect([labelOf('deployment.orderShift.value', undefined), labelOf('start', undefined)]).toEqual([
      'order shift',
      'start',
    ]);
    expect(withSetting({ a: '1', b: '2' }, 'a', ' ')).toEqual({ b: '2' });
    expect(withSetting({ a: '1' }, 'b', '3')).toEqual({ a: '1', b: '3' });
  });
});

describe('a difference', () => {
  test('has its sign, which nothing does not have, and its interval', () => {
    const text = (change: Estimate): string => changeText(change, pointsText);
    expect(text({ estimate: 0.042, low: -0.011, high: 0.073 })).toBe('+4.2 pp (−1.1 pp to +7.3 pp)');
    expect(text({ estimate: -0.0001, low: 0, high: 0 })).toBe('0.0 pp (0.0 pp to 0.0 pp)');
    expect(text({ estimate: undefined, low: undefined, high: undefined })).toBe('not known');
  });

  test('of a reading is that of its date, or of the last before it', () => {
    const changes = [1, 2].map((estimate) => ({
      date: `2026-0${estimate}-28`,
      change: { estimate, low: 0, high: 3 },
    }));
    const what = { date: '2026-03-15', what: 'difference', text: String };
    expect(againstBaseline('5', changes, what)).toBe('; baseline 5; difference +2 (0 to +3)');
    expect(againstBaseline(undefined, undefined, what)).toBe('');
  });
});

describe('a period', () => {
  const whole = { from: '2026-01-01', to: '2027-01-01' };

  test('is looked at closer around its middle, never under four weeks, and stays inside of the whole', () => {
    expect(periodAround(whole, whole, { size: 0.5, shift: 0 })).toEqual({
      from: '2026-04-02',
      to: '2026-10-01',
    });
    const short = { from: '2026-06-01', to: '2026-06-30' };
    expect(periodAround(short, whole, { size: 0.5, shift: 0 })).toEqual({
      from: '2026-06-01',
      to: '2026-06-29',
    });
    expect(periodAround(short, whole, { size: 1, shift: 20 })).toEqual({
      from: '2026-12-03',
      to: '2027-01-01',
    });
    expect(periodAround(short, whole, { size: 99, shift: 0 })).toEqual(whole);
  });

  test('is whole from the first date of the stages to the last', () => {
    const dates = {
      p10: undefined,
      p50: '2026-05-01',
      p90: undefined,
      low: undefined,
      high: undefined,
      isUnobserved: false,
    };
    const stage = {
      site: 'a',
      stage: 's',
      start: dates,
      finish: { ...dates, p90: '2026-12-01' },
      isUse: false,
      begun: 1,
      finished: 1,
    };
    expect(wholePeriod([stage], ['2027-02-01'])).toEqual({ from: '2026-05-01', to: '2027-02-01' });
    expect(wholePeriod([{ ...stage, finish: dates }], [])).toEqual({ from: '2026-05-01', to: '2026-05-29' });
  });
});

test('a number is not parted from what it is of', () => {
  expect(tied('4 % by 31 Dec 2026, 2 pp')).toBe('4\u00a0% by 31\u00a0Dec 2026, 2\u00a0pp');
});
