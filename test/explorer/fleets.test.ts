import { expect, test } from 'vitest';
import { fleetName } from '../../src/explorer/desk/fleets.ts';

test('a fleet is called by its owners, and by no place twice', () => {
  const names = [
    { tenant: 'OpenAI' },
    { provider: 'Azure' },
    { tenant: 'OpenAI', provider: 'Azure' },
    { tenant: 'others at Azure', provider: 'Azure' },
    { tenant: 'others at Azure', provider: 'AWS' },
  ].map((key) => fleetName({ key }));
  expect(names).toEqual(['OpenAI', 'Azure', 'OpenAI at Azure', 'others at Azure', 'others at Azure at AWS']);
});
