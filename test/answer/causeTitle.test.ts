import { expect, test } from 'vitest';
import { TITLES } from '../../models/rollout/titles.ts';
import { causeTitle, isDate } from '../../src/answer/index.ts';

test('a cause is called the same in every table: what its key says too little of, in words', () => {
  expect(
    ['chips', 'crew', 'crews', 'existing', 'unmet', 'constructor'].map((cause) => causeTitle(cause, TITLES)),
  ).toEqual(['chips', 'crews', 'crews', 'existing halls', 'does not come by the horizon', 'constructor']);
});

test('a cause of a model or a folder that says no titles goes by its name', () => {
  expect(['crew', 'existing', 'unmet'].map((cause) => causeTitle(cause, undefined))).toEqual([
    'crew',
    'existing',
    'does not come by the horizon',
  ]);
});

test('a day that there is not is no date', () => {
  expect(['2026-02-28', '2028-02-29'].map(isDate)).toEqual([true, true]);
  expect(['2026-02-29', '2026-02-31', '2026-13-01', '2026-4-1', 'soon', ''].map(isDate)).not.toContain(true);
});
