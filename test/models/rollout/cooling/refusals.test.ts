import { test } from 'vitest';
import { expectRefused } from '../refusals.ts';

const plant = (kind: string, more = ''): string =>
  `construction: { cooling: { plant: { kind: ${kind}, peakPue: 1.3, annualPue: 1.2 }${more} } }`;

test.each<[what: string, lines: string, issue: RegExp]>([
  [
    'a water permit of plant that evaporates nothing',
    plant('dry-coolers', ', waterPermit: 90 days'),
    /sites\[2\]\.halls\[0\]: expected no waterPermit for dry-coolers, which evaporate nothing, got one/,
  ],
  [
    'towers without a water permit',
    plant('evaporative-towers'),
    /sites\[2\]\.halls\[1\]: expected a waterPermit for evaporative-towers, got none/,
  ],
  [
    'a retrofit that displaces more than its hall has',
    'sites: [{ name: E3, kind: retrofit, halls: [{ name: a, start: 2026-01-01, power: 5 MW, retrofit: 9 days, flush: 0 days, commissioning: 0 days, displaced: { power: 6 MW } }] }]',
    /^over\.yaml:2:\d+: sites\[3\]\.halls\[0\]\.displaced: expected at most the hall's 5 MW, got 6 MW/,
  ],
])('%s is refused with its place', (_, lines, issue) => expectRefused(lines, issue, 'paper-and-pencil'));
