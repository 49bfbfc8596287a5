import { expect, test } from 'vitest';
import { allCoalitions, removalRows } from '../../src/design/index.ts';

const removal = (name: string) => ({
  name,
  of: 'A with B',
  buyer: 'A',
  ways: [
    { name: 'vanish', settings: { [`deals.${name}.removed`]: 'vanish' } },
    { name: 'divert', settings: { [`deals.${name}.removed`]: 'divert' } },
  ],
});

test('a design of removals is the base, and each removal alone in each of its ways', () => {
  const rows = removalRows([removal('D'), removal('E')]);
  expect(rows.map(({ name }) => name)).toEqual([
    'base',
    'without D (vanish)',
    'without D (divert)',
    'without E (vanish)',
    'without E (divert)',
  ]);
  expect(rows[2]!.settings).toEqual({ 'deals.D.removed': 'divert' });
  expect(rows[0]!.removed).toBeUndefined();
  expect(() => removalRows([removal('D'), removal('D')])).toThrow('removal D: twice');
});

test('a group of causes that is at plan by a setting has it in every coalition that it is not in', () => {
  const groups = [
    { name: 'chips', causes: ['chips'] },
    { name: 'deals', causes: [], settings: { 'deals.D.removed': 'vanish' } },
  ];
  expect(allCoalitions(groups).map(({ atPlan, settings }) => [atPlan, Object.keys(settings).length])).toEqual(
    [
      [['chips'], 1],
      [[], 1],
      [['chips'], 0],
      [[], 0],
    ],
  );
});
