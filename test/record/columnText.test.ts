import { expect, test } from 'vitest';
import { columnDescription, columnText, type Column } from '../../src/record/index.ts';

const days: Column = {
  name: 'days:m:crew',
  unit: 'day',
  kind: 'scalar',
  description: 'days for {cause} on the way to {milestone}, as {measure} of {nobody}',
  key: { cause: 'crew', milestone: 'm' },
  measure: 'days',
};

test('what a column is about stands in its words by name, or by what it is called; other braces stay', () => {
  expect(columnText(days)).toBe('days for crew on the way to m, as days of {nobody}');
  const titles: Record<string, string> = { 'cause crew': 'crews', 'milestone m': '10,000 GPUs' };
  expect(columnText(days, (what, name) => titles[`${what} ${name}`] ?? name)).toBe(
    'days for crews on the way to 10,000 GPUs, as days of {nobody}',
  );
});

test('a table says what an infinite value means, where there is one', () => {
  const plain = { ...days, description: 'days' };
  expect(columnDescription(plain)).toBe('days');
  expect(columnDescription({ ...plain, infiniteWhen: 'not reached' })).toBe(
    'days; infinite when not reached',
  );
});
