import { expect, test } from 'vitest';
import { causeTitle, isDate } from '../../src/answer/index.ts';

test('a cause is called the same in every table: what its key says too little of, in words', () => {
  expect(['chips', 'crew', 'crews', 'existing', 'unmet', 'constructor'].map(causeTitle)).toEqual([
    'chips',
    'crews',
    'crews',
    'existing halls',
    'does not come by the horizon',
    'constructor',
  ]);
});

test('a day that there is not is no date', () => {
  expect(['2026-02-28', '2028-02-29'].map(isDate)).toEqual([true, true]);
  expect(['2026-02-29', '2026-02-31', '2026-13-01', '2026-4-1', 'soon', ''].map(isDate)).not.toContain(true);
});
