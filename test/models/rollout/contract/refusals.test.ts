import { test } from 'vitest';
import { expectRefused } from '../refusals.ts';

const [CAPACITY, SPEND] = ['100 %', '$100M'].map((value) => `[{ from: 2026-01-01, value: ${value} }]`);

test.each([
  ['of neither capacity nor spend', '{ name: a }'],
  ['of both capacity and spend', `{ name: a, capacity: ${CAPACITY}, spend: ${SPEND} }`],
])('a schedule %s is refused with its place', (_, schedule) => {
  expectRefused(
    `contract:\n  schedules:\n    - ${schedule}`,
    /^over\.yaml:4:7: contract\.schedules\[\d\]: expected either capacity or spend/,
    'paper-and-pencil',
  );
});
