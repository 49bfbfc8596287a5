import { describe, expect, test } from 'vitest';
import { TITLES } from '../../models/rollout/titles.ts';
import { withTitles } from '../../src/app/factorTitles.ts';
import { gridDesign, type Factor } from '../../src/design/index.ts';
import { pointsTable } from '../../src/output/index.ts';

const values = (name: string, ...all: (string | number)[]): Factor => ({ kind: 'values', name, values: all });
const titles = (...names: string[]): (string | undefined)[] =>
  withTitles(
    names.map((name) => values(name, 1)),
    TITLES,
  ).map(({ title }) => title);

describe('what is swept is called by name', () => {
  test.each([
    ['construction.transformer.regimes.reserved.leadTime', 'transformer lead time'],
    ['deployment.crews', 'crews'],
    ['sites.campus.power.units', 'campus units'],
    ['hallShare', 'power of existing halls'],
    ['sites.campus.power.orders.1', 'sites.campus.power.orders.1'],
  ])('%s is %s', (path, title) => {
    expect(titles(path)).toEqual([title]);
  });

  test('paths that would be called alike keep all of theirs', () => {
    const [a, b] = [
      'construction.transformer.regimes.open.leadTime',
      'construction.transformer.regimes.held.leadTime',
    ];
    expect(titles(a!, b!, 'deployment.crews')).toEqual([a, b, 'crews']);
  });

  test('and so are the points', () => {
    const rows = gridDesign(withTitles([values('deployment.crews', '1 crew', '2 crew')], undefined));
    expect(rows.map(({ name }) => name)).toEqual(['crews 1', 'crews 2']);
    const held = gridDesign(withTitles([{ kind: 'input', name: 'tenantCap', levels: [0.1, 0.9] }], TITLES));
    expect(held.map(({ name }) => name)).toEqual([
      "tenant's share of the provider's chips at P10",
      "tenant's share of the provider's chips at P90",
    ]);
  });
});

describe('the columns of points.csv', () => {
  const columnOf = (...all: (string | number)[]) => {
    const { fields, rows } = pointsTable(gridDesign([values('a.b', ...all)]));
    return { field: fields[1], cells: [...rows()].map((row) => row[1]) };
  };

  test('hold numbers in the unit of the first value where all are such', () => {
    expect(columnOf('40 weeks', '140 days')).toEqual({
      field: {
        name: 'a.b_weeks',
        type: 'number',
        unit: 'weeks',
        description: 'scenario parameter a.b',
        key: { varied: 'a.b' },
      },
      cells: [40, 20],
    });
    expect(columnOf(1, 2.5)).toMatchObject({ field: { type: 'number' }, cells: [1, 2.5] });
  });

  test('hold shares as runs.csv does, and say so', () => {
    expect(columnOf('30 %', '5 %')).toMatchObject({
      field: { name: 'a.b_fraction', unit: 'fraction' },
      cells: [0.3, 0.05],
    });
  });

  test.each([[['1 / 2 / 3 weeks', '4 weeks']], [['open', 'held']], [['2026-01-01', '2026-02-01']]])(
    'hold texts for %j',
    (texts) => {
      expect(columnOf(...texts)).toMatchObject({ field: { type: 'string' }, cells: texts });
    },
  );
});
