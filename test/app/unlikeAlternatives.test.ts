import { describe, expect, test } from 'vitest';
import { leftOutMilestones, unlikeAlternatives } from '../../src/app/unlikeAlternatives.ts';
import type { Column, Outputs } from '../../src/record/index.ts';

const target: Column = {
  name: 'target',
  kind: 'milestone',
  unit: 'day',
  description: 'all',
  role: 'readiness',
  title: '90 % of the contract',
  due: '2030-06-30',
};
const seen: Column = {
  name: 'seen',
  kind: 'scalar',
  unit: 'gpu',
  description: 'seen',
  role: 'observed',
  observation: { value: 9000, deviation: 700, what: '9,000 GPUs on 2029-06-01 ± 10 %', source: 'a letter' },
};
const outputs = (columns: readonly Column[], more: Partial<Outputs> = {}): Outputs => ({
  startDate: '2026-11-23',
  horizonDays: 100,
  gridDays: [],
  columns,
  ...more,
});
const told = (...all: Outputs[]): string[] =>
  unlikeAlternatives(all.map((one, index) => ({ name: 'AB'[index]!, outputs: one }))).map(
    ({ path, message }) => `${path}: ${message}`,
  );

describe('scenarios that are compared', () => {
  test('have nothing to say where they are alike', () => {
    expect(told(outputs([target]), outputs([target]))).toEqual([]);
  });

  test('say each its own target', () => {
    const other = { ...target, title: '100 % of the contract', due: '2031-06-30' };
    expect(told(outputs([target]), outputs([other]))).toEqual([
      'target: 90 % of the contract by 2030-06-30 with A, 100 % of the contract by 2031-06-30 with B: on time, and the days to the target, mean each its own',
    ]);
  });

  test('say that what was observed in the second alone is not used', () => {
    expect(told(outputs([target]), outputs([target, seen]))).toEqual([
      'observed: nothing with A, 9,000 GPUs on 2029-06-01 ± 10 % with B: all replications count alike, and what was observed is not used; gigaramp run tells the forecast given it',
    ]);
  });

  test('say that what was observed in the first counts for both', () => {
    expect(told(outputs([target, seen]), outputs([target]))).toEqual([
      'observed: 9,000 GPUs on 2029-06-01 ± 10 % with A, nothing with B: replications count by what was observed with A, in all of them',
    ]);
  });

  test('say horizons that differ, and not as-of dates: what became known in between is then the question', () => {
    expect(told(outputs([target]), outputs([target], { asOf: '2027-01-01', horizonDays: 101 }))).toEqual([
      'horizon: 2027-03-02 with A, 2027-03-03 with B: days are cut at the earliest',
    ]);
  });

  test('name the milestones that one of them has alone', () => {
    const gpus: Column = { ...target, name: 'gpus_60000', title: '60,000 GPUs' };
    const [found] = leftOutMilestones([
      { name: 'A', outputs: outputs([gpus, target]) },
      { name: 'B', outputs: outputs([target]) },
    ]);
    expect(found?.message).toBe('60,000 GPUs with A alone: not compared');
  });
});
