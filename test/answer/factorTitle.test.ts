import { expect, test } from 'vitest';
import { factorTitle, factorTitles } from '../../src/answer/index.ts';

test.each([
  ['providerShare', 'provider share'],
  ['facilityKilowatts', 'facility kilowatts'],
  ['deployment.crews', 'crews'],
  ['construction.transformer.regimes.reserved.leadTime', 'transformer lead time'],
  ['replication seed', 'replication seed'],
  ['days.2', 'days.2'],
])('the factor %s is called %s', (path, title) => {
  expect(factorTitle(path)).toBe(title);
});

test('factors that would be called alike keep all of their paths', () => {
  const paths = ['sites.a.halls.power', 'sites.a.grid.power', 'price'];
  expect(factorTitles(paths)).toEqual(['sites.a.halls.power', 'sites.a.grid.power', 'price']);
});
