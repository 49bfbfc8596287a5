import { describe, expect, test } from 'vitest';
import type { Column } from '../../src/record/index.ts';
import { bindingOf, byPoint, differencesOf, fanOf, readinessOf } from '../../src/notebook/index.ts';
import { comparePoints } from '../../src/explain/index.ts';
import { recordsOf } from '../fixtures/toy/records.ts';

const columns: Column[] = [
  {
    name: 'target',
    unit: 'day',
    kind: 'milestone',
    description: 'all',
    due: '2026-01-02',
    threshold: { part: 1 },
  },
  {
    name: 'gpus',
    unit: 'gpu',
    kind: 'series',
    table: 'fan',
    role: 'progress',
    description: 'GPUs in service',
  },
  {
    name: 'chips',
    unit: 'rack',
    kind: 'series',
    table: 'binding',
    description: 'b',
    key: { cause: 'chips' },
    statistic: 'share',
  },
  {
    name: 'power',
    unit: 'rack',
    kind: 'series',
    table: 'binding',
    description: 'b',
    key: { cause: 'power' },
    statistic: 'share',
  },
  { name: 'contract_gpus', unit: 'gpu', kind: 'scalar', role: 'asked', description: 'GPUs bought' },
];
// Three replications; series of two dates.
const values = {
  target: [0.5, 1.5, Infinity],
  gpus: [
    [10, 100],
    [20, 200],
    [30, 300],
  ],
  chips: [
    [3, 1],
    [3, 1],
    [3, 1],
  ],
  power: [
    [1, 3],
    [1, 3],
    [1, 3],
  ],
  contract_gpus: [150, 150, 150],
};
const records = recordsOf(columns, [values, { ...values, target: [1.5, 3.5, 4.5] }], {
  gridDays: [0, 4],
  horizonDays: 6,
});

describe('charts of records', () => {
  test('the fan has the quantiles of each date, and the target with its probability', () => {
    const { alternative, svg, narrow } = fanOf(records);
    expect(alternative).toContain('median 200');
    expect(alternative).toContain('Target: 150');
    expect(alternative).toContain('67 %');
    expect(svg).toContain('viewBox="0 0 720');
    expect(narrow).toContain('viewBox="0 0 328');
  });

  test('readiness has the share of the replications, at the point that is named', () => {
    expect(readinessOf(records).alternative).toContain('On the target date, 2 Jan 2026: 67 %');
    expect(readinessOf(records, 'p1').alternative).toContain('On the target date, 2 Jan 2026: 33 %');
  });

  test('the binding constraint has the share of each cause', () => {
    const days = [0, 1, 2, 3, 4, 5];
    const always = (racks: number): number[][] => [1, 2, 3].map(() => days.map(() => racks));
    const held = [{ ...values, gpus: always(0), chips: always(3), power: always(1) }];
    const { alternative } = bindingOf(recordsOf(columns, held, { gridDays: days, horizonDays: 6 }));
    expect(alternative).toMatch(/chips 75 %/);
    expect(alternative).toMatch(/power 25 %/);
  });

  test('points stand side by side, with a share as percent and a time in days', () => {
    expect(byPoint(records).alternative).toMatch(/p0: 67 %[^.]*\. p1: 33 %/);
    expect(byPoint(records, 'target').alternative).toContain('p0: 3 days');
    expect(byPoint(records, 'contract_gpus', 'GPUs bought').alternative).toContain('p0: 150');
  });

  test('differences are those of the pairs, in days, of the milestones that are named', () => {
    const [a, b] = records.points;
    const { alternative } = differencesOf(comparePoints(a!, b!), ['target']);
    // min(T, 6): 1.5 − 0.5, 3.5 − 1.5, 4.5 − 6.
    expect(alternative).toContain('target: 0.5');
  });

  test.for([
    ['a point that is not there', () => fanOf(records, 'p9'), 'point: p9, expected one of p0, p1'],
    [
      'a response that is not there',
      () => byPoint(records, 'none'),
      'response: none, expected one of on time, target, contract_gpus',
    ],
    [
      'comparisons without a milestone',
      () => differencesOf([]),
      'comparisons: no milestone, expected one at least',
    ],
  ] as const)('refuse %s', ([, draw, message]) => {
    expect(draw).toThrow(message);
  });
});
