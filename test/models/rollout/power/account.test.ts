import { expect, test } from 'vitest';
import { openPowerAccount, type PowerState } from '../../../../models/rollout/power/account.ts';

function account(temporaryPower: 'L3' | 'L4/L5' | 'service') {
  const seen: PowerState[] = [];
  const opened = openPowerAccount({ temporaryPower, changed: (state) => seen.push(state) });
  return { opened, seen };
}

test('grid power is the least of what the substation carries and what bounds it', () => {
  const { opened, seen } = account('L3');
  opened.bound('contract blocks', 50);
  opened.substation(120);
  opened.bound('contract blocks', 100);
  opened.bound('downgrade', 60);
  opened.bound('downgrade', Infinity);
  expect(seen.map(({ service }) => service)).toEqual([50, 100, 60, 100]);
});

test.each([
  ['L3', 0, 0],
  ['L4/L5', 0, 40],
  ['service', 40, 40],
] as const)(
  'temporary power up to %s counts %d MW for racks and %d MW for tests',
  (policy, service, tests) => {
    const { opened } = account(policy);
    opened.bridging('engines', 25);
    opened.bridging('turbines', 15);
    expect(opened.state()).toEqual({ service, commissioning: tests });
  },
);

test('nothing is reported when nothing changes', () => {
  const { opened, seen } = account('L3');
  opened.substation(10);
  opened.substation(10);
  opened.bound('downgrade', 30);
  expect(seen).toHaveLength(1);
});
