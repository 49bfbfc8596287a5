import { expect, test } from 'vitest';
import { outcomeOf, type Output } from '../../src/record/index.ts';

interface Queue {
  readonly waits: readonly number[];
}

const outputs: readonly Output<Queue>[] = [
  {
    column: { name: 'longest', unit: 'day', kind: 'scalar', description: 'longest wait' },
    read: ({ waits }) => Math.max(...waits),
  },
  {
    column: { name: 'waits', unit: 'day', kind: 'series', table: 'fan', description: 'waits' },
    read: ({ waits }) => waits,
  },
];

test('outputs are read off a finished run by the names of their columns', () => {
  expect({ ...outcomeOf(outputs, { waits: [3, 1] }) }).toEqual({ longest: 3, waits: [3, 1] });
});

test('an output may be called like a method of every object', () => {
  const named = outputs.map(({ column, read }) => ({ column: { ...column, name: 'toString' }, read }));
  expect(Object.hasOwn(outcomeOf(named, { waits: [2] }), 'toString')).toBe(true);
});
