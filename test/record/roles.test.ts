import { expect, test } from 'vitest';
import { columnFor, columnsFor, milestoneTitle, type Column } from '../../src/record/index.ts';

const column = (name: string, more: Partial<Column> = {}): Column => {
  return { name, unit: '$', kind: 'scalar', description: name, ...more };
};
const columns = [column('worth'), column('sales', { role: 'worth' }), column('rent', { role: 'worth' })];

test('outputs are found by what they are for, never by their name', () => {
  expect(columnsFor('worth', columns).map(({ name }) => name)).toEqual(['sales', 'rent']);
  expect(columnFor('worth', columns)?.name).toBe('sales');
  expect(columnFor('stage', columns)).toBeUndefined();
});

test('a milestone is called by its title, else by its name', () => {
  expect(milestoneTitle(column('all', { title: '30 turbines' }))).toBe('30 turbines');
  expect(milestoneTitle(column('all'))).toBe('all');
});
