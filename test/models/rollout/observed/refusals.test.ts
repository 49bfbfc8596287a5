import { test } from 'vitest';
import { expectRefused } from '../refusals.ts';

test.each<[what: string, lines: string, issue: RegExp]>([
  [
    'more effective replications than replications',
    `observed: { gpusInService: [], effectiveReplications: 500, mostReplications: 400 }`,
    /^over\.yaml:2:\d+: observed\.mostReplications: expected at most as many effective replications as replications, got 500 of 400/,
  ],
  [
    'more effective replications than the replications that are drawn where nothing is said',
    `observed: { gpusInService: [], effectiveReplications: 20001 }`,
    /^over\.yaml:2:\d+: observed\.effectiveReplications: expected .*, got 20001 of 20000/,
  ],
])('%s is refused with its place', (_, lines, issue) => expectRefused(lines, issue));
