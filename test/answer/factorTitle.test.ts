import { expect, test } from 'vitest';
import { TITLES } from '../../models/rollout/titles.ts';
import { relaxations } from '../../models/rollout/relaxations.ts';
import { rolloutScenarioModel, scenarioOf } from '../../src/app/index.ts';
import { factorTitle, factorTitles, inputMeanings, inputTitle } from '../../src/answer/index.ts';

test.each([
  ['providerShare', "provider's share of the vendor's output"],
  ['chips.tenantCap', "tenant's share of the provider's chips"],
  ['facilityKilowatts', 'power of a GPU'],
  ['product.facilityPower', 'power of a GPU'],
  ['provider.tempo.shift', 'slowness common to all campuses'],
  ['tempoShift', 'slowness common to all campuses'],
  ['deployment.crews', 'crews'],
  ['construction.transformer.regimes.reserved.leadTime', 'transformer lead time'],
  ['replication seed', 'replication seed'],
  ['days.2', 'days.2'],
])('the factor %s is called %s', (path, title) => {
  expect(factorTitle(path, TITLES)).toBe(title);
});

test('factors that would be called alike keep all of their paths', () => {
  const paths = ['sites.a.halls.power', 'sites.a.grid.power', 'price'];
  expect(factorTitles(paths, TITLES)).toEqual(['sites.a.halls.power', 'sites.a.grid.power', 'price']);
});

test('an input of a further party says whose it is', () => {
  expect(inputTitle('Beth.tenantCap', TITLES)).toBe("tenant's share of the provider's chips (Beth)");
  expect(inputTitle('Beth.hallPrice', TITLES)).toBe('Beth.hall price');
});

test('without titles, as in a folder of an earlier version, a name in words stands for itself', () => {
  expect(inputTitle('tenantCap', undefined)).toBe('tenant cap');
  expect(inputTitle('Beth.tenantCap', undefined)).toBe('Beth.tenant cap');
  expect(factorTitle('provider.tempo.shift', undefined)).toBe('tempo shift');
  expect(inputMeanings(['tempoShift'], undefined)).toEqual([]);
});

test('an input and the step that changes it have one name', () => {
  const { scenario } = scenarioOf(rolloutScenarioModel, rolloutScenarioModel.defaultFile!, {});
  const steps = relaxations(scenario as Parameters<typeof relaxations>[0]).map(({ name }) => name);
  const inputs = ['tenantCap', 'providerShare', 'hallShare', 'facilityKilowatts', 'reworkShare'];
  expect(steps).toEqual(expect.arrayContaining(inputs.map((input) => inputTitle(input, TITLES))));
});

test('an input whose name does not say it all has a sentence that does, once for all parties', () => {
  const [said, ...others] = inputMeanings(['price', 'Beth.tempoShift', 'tempoShift'], TITLES);
  expect(said).toMatch(/^Slowness common to all campuses: by how much longer every campus /);
  expect(others).toEqual([]);
});
