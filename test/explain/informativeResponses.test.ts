import { describe, expect, test } from 'vitest';
import { informativeResponses } from '../../src/explain/index.ts';
import type { PointRecords } from '../../src/record/index.ts';

const columns = [
  { name: 'target', unit: 'day', kind: 'milestone', description: '', due: '2026-02-01', role: 'readiness' },
  { name: 'other', unit: 'day', kind: 'milestone', description: '' },
  { name: 'part', unit: 'fraction', kind: 'scalar', description: '', role: 'attained' },
] as const;

/** Ten replications of which so many are in time. */
function point(inTime: number, hasPart = true): PointRecords {
  const outputs = {
    startDate: '2026-01-01',
    horizonDays: 100,
    gridDays: [99],
    columns: hasPart ? [...columns] : columns.slice(0, 2),
  };
  const days = Float64Array.from({ length: 10 }, (_, place) => (place < inTime ? 10 : 60));
  return { name: 'base', outputs, column: () => days } as unknown as PointRecords;
}

const names = (of: PointRecords): string[] => informativeResponses(of).map(({ name }) => name);

describe('what is explained where nobody names it', () => {
  test.each([2, 5, 8])('is whether the target is on time, where %d of 10 are', (inTime) => {
    expect(names(point(inTime))).toEqual(['on time', 'target', 'other']);
  });

  test.each([0, 1])('is the part of it on its date, where %d of 10 are on time', (inTime) => {
    expect(names(point(inTime))).toEqual(['part', 'target', 'other']);
  });

  test.each([9, 10])(
    'is the days to it, where %d of 10 are on time: all of it is there by then',
    (inTime) => {
      expect(names(point(inTime))).toEqual(['target', 'other']);
    },
  );

  test('is the days to it, where no output says the part', () => {
    expect(names(point(1, false))).toEqual(['target', 'other']);
  });
});
