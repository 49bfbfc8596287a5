import { expect, test } from 'vitest';
import { shippedPlace } from '../../src/scenario/index.ts';

test.each([
  ['gigaramp:models/scenarios/h100-era.yaml', 'scenarios/h100-era.yaml'],
  ['gigaramp:scenarios/h100-era.yaml', 'scenarios/h100-era.yaml'],
  ['gigaramp:models/practice/usual.yaml', 'practice/usual.yaml'],
  ['models/scenarios/h100-era.yaml', undefined],
])('%s lies at %s below models', (name, place) => {
  expect(shippedPlace(name)).toBe(place);
});
