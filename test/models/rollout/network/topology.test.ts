import { expect, test } from 'vitest';
import { fabricCounts, reach } from '../../../../models/rollout/network/topology.ts';

const tree = (radix: number, tiers: 2 | 3, copperFirstHop = false) => ({
  radix,
  tiers,
  portsPerGpu: 1,
  copperFirstHop,
});

test.each([
  [64, 2, 2048],
  [64, 3, 65_536],
  [128, 2, 8192],
  [128, 3, 524_288],
  [144, 2, 10_368],
  [144, 3, 746_496],
] as const)('%i ports reach in %i tiers %i endpoints', (radix, tiers, endpoints) => {
  expect(reach({ radix, tiers })).toBe(endpoints);
});

test.each([
  [2, 3 / 64],
  [3, 5 / 64],
] as const)('%i tiers of 64 ports have %d switches a GPU', (tiers, each) => {
  expect(fabricCounts(tree(64, tiers), 2048).switches).toBe(2048 * each);
});

test.each([
  [2, false, 4],
  [2, true, 2],
  [3, false, 6],
  [3, true, 4],
] as const)('%i tiers, first hop in copper %s: %i optical modules an endpoint', (tiers, copper, each) => {
  expect(fabricCounts(tree(64, tiers, copper), 1000).modules).toBe(1000 * each);
});

test('twin-port modules save their part', () => {
  expect(fabricCounts({ ...tree(64, 2), twinPortSaving: 0.25 }, 1000).modules).toBe(3000);
});
