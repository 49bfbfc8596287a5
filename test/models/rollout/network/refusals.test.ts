import { test } from 'vitest';
import { expectRefused } from '../refusals.ts';

test('cabling without a topology to count its modules from is refused at every hall', () => {
  const lines = 'construction: { network: { cablingRate: 800 module/day } }';
  for (const hall of [0, 1])
    expectRefused(
      lines,
      new RegExp(
        `sites\\[2\\]\\.halls\\[${hall}\\]: expected a network topology to count the cabling from, got none`,
      ),
      'paper-and-pencil',
    );
});
