import { test } from 'vitest';
import { expectRefused } from '../refusals.ts';

test.each<[what: string, lines: string, issue: RegExp]>([
  [
    'a hall of a kind that has no stages',
    'sites: [{ name: D1, halls: [{ name: B, kind: tent }] }]',
    /^over\.yaml:2:46: sites\[2\]\.halls\[1\]\.kind: expected construction\.buildingKinds\.tent for a hall of this kind, got none/,
  ],
  [
    'a fit-out of more crews than there are',
    'sites: [{ name: D1, trades: 1 crew, halls: [{ name: B, building: { fitOutCrews: 2 crew } }] }]',
    /^over\.yaml:2:\d+: sites\[2\]\.halls\[1\]: expected a fit-out of at most 1 crews, all there are, got 2/,
  ],
  [
    'a campus of a region that is not there',
    'sites: [{ name: D1, region: north }]',
    /^over\.yaml:2:29: sites\[2\]\.region: expected one of construction\.regions \(\), got "north"/,
  ],
])('%s is refused with its place', (_, lines, issue) => expectRefused(lines, issue, 'paper-and-pencil'));
