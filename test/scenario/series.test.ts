import * as z from 'zod';
import { expect, test } from 'vitest';
import { quantity, series } from '../../src/scenario/index.ts';
import { issuesOf, load } from './load.ts';

const schema = z.strictObject({ output: series(quantity('package')) });
const chips = `output:
  id: U1
  quantity: packages shipped
  series:
    - { from: 2025-01-01, value: 520k packages }
    - { from: 2025-04-01, value: 650k packages }
  asOf: 2025
  source: somewhere
  confidence: medium
  basis: fact
  role: input
`;

test('a series is a list of dated quantities', () => {
  const text =
    'output:\n  - { from: 2025-01-01, value: 520k packages }\n  - { from: 2025-04-01, value: 650k packages }\n';
  expect(load({ files: { 'a.yaml': text }, schema }).scenario.output).toEqual([
    { mark: 'from', date: '2025-01-01', value: 520_000 },
    { mark: 'from', date: '2025-04-01', value: 650_000 },
  ]);
});

test('a series may be taken from the catalog, as one row of the ledger', () => {
  const { scenario, ledger } = load({
    files: { 'a.yaml': 'output: catalog:chips.output\n' },
    schema,
    catalog: { chips },
  });
  expect(scenario.output.map(({ value }) => value)).toEqual([520_000, 650_000]);
  expect(ledger).toMatchObject([
    {
      path: 'output',
      value: '2025-01-01: 520k packages; 2025-04-01: 650k packages',
      unit: 'packages',
      catalogId: 'chips.output',
    },
  ]);
});

test('dates that do not rise, and mixed marks, are refused with their position', () => {
  const text = (second: string): Record<string, string> => ({
    'a.yaml': `output:\n  - { from: 2025-04-01, value: 1 package }\n  - { ${second}, value: 1 package }\n`,
  });
  expect(issuesOf({ files: text('from: 2025-04-01'), schema })).toEqual([
    'a.yaml:3:13: output[1].from: expected a day after 2025-04-01, got "2025-04-01"',
  ]);
  expect(issuesOf({ files: text('at: 2025-05-01'), schema })[0]).toContain('expected either from or at');
});

test('a series does not stand where one value belongs', () => {
  const single = z.strictObject({ output: quantity('package') });
  expect(
    issuesOf({ files: { 'a.yaml': 'output: catalog:chips.output\n' }, schema: single, catalog: { chips } }),
  ).toEqual([
    'a.yaml:1:9: output: expected a quantity in package such as "7 package", got "a series" of catalog:chips.output, at catalog/chips.yaml:5:5',
  ]);
});

test.each([
  ['at', '{ at: 2026-01-01, value: 5 MW }', '2:30: output[0].value'],
  ['from', '{ from: 2026-01-01, value: 5 MW }', '2:32: output[0].value'],
])('of a row with %s only what is wrong with it is told', (_, row, place) => {
  const issues = issuesOf({ files: { 'a.yaml': `output:\n  - ${row}\n` }, schema });
  expect(issues).toHaveLength(1);
  expect(issues[0]).toContain(`a.yaml:${place}`);
});
