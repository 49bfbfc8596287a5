import { describe, expect, test } from 'vitest';
import type { Table } from '../../src/output/index.ts';
import { withFactors } from '../../src/output/withFactors.ts';

const table = (names: readonly string[], rows: Table['rows']): Table => ({
  name: 't',
  description: 't',
  fields: names.map((name) => ({ name, type: 'string', description: name })),
  rows,
});
const points = table(['point', 'deployment.crews_crews', 'gpus'], () => [
  ['one', 1, 'few'],
  ['two', 2, undefined],
]);

describe('a table of several points', () => {
  test('has what each of them sets behind its name, and its own columns as they were', () => {
    const { fields, rows } = withFactors(
      table(['point', 'gpus'], () => [
        ['two', 10],
        ['one', 20],
        ['base', 30],
      ]),
      points,
    );
    expect(fields.map(({ name }) => name)).toEqual(['point', 'deployment.crews_crews', 'gpus_2', 'gpus']);
    expect([...rows()]).toEqual([
      ['two', 2, undefined, 10],
      ['one', 1, 'few', 20],
      ['base', undefined, undefined, 30],
    ]);
  });

  test('that names no point is as it was', () => {
    const own = table(['gpus'], () => [[1]]);
    expect(withFactors(own, points)).toBe(own);
  });
});
