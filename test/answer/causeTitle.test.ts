import { expect, test } from 'vitest';
import { TITLES } from '../../models/rollout/titles.ts';
import { causeTitle } from '../../src/answer/index.ts';

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
