import { test } from 'vitest';
import { expectRefused } from '../refusals.ts';

const pool = (more = ''): string => `{ owner: provider, regime: held, units: 3 unit${more} }`;

test.each<[what: string, lines: string, issue: RegExp, base?: string]>([
  [
    "halls above the site's firm power: two of three units of 12 MW",
    'sites: [{ name: D1, halls: [{ name: A, power: 20 MW }] }]',
    /sites\[2\]\.halls: expected halls of at most 24 MW, the site's firm power at full build, got 30 MW/,
    'paper-and-pencil',
  ],
  [
    "halls above all of a site's power: three units of 12 MW",
    'sites: [{ name: D1, power: { energize: n }, halls: [{ name: A, power: 30 MW }] }]',
    /sites\[2\]\.halls: expected halls of at most 36 MW, the site's power at full build, got 40 MW/,
    'paper-and-pencil',
  ],
  [
    'a connection by parts and as one figure',
    'construction: { connections: [{ name: ERCOT without upgrade, service: 9 days }] }',
    /sites\[\d\]\.power\.connection: expected service or requestToService, got both/,
    'greenfield-1gw',
  ],
  [
    'a connection to a utility that is not there',
    'sites: [{ name: D1, power: { connection: { utility: u, requested: 2026-01-01 } } }]',
    /^over\.yaml:2:53: sites\[2\]\.power\.connection\.utility: expected one of construction\.connections \(\), got "u"/,
    'paper-and-pencil',
  ],
  [
    'a cut of the name under which the blocks of a contract are recorded',
    'sites: [{ name: D1, power: { downgrades: [{ name: contract blocks, from: 2026-06-01, power: 1 MW }] } }]',
    /^over\.yaml:2:\d+: sites\[2\]\.power\.downgrades\[0\]\.name: expected another name than that of the site's own bound/,
    'paper-and-pencil',
  ],
  [
    'a cut that ends before its first day',
    'sites: [{ name: D1, power: { downgrades: [{ name: a, from: 2026-06-01, to: 2026-05-31, power: 1 MW }] } }]',
    /^over\.yaml:2:\d+: sites\[2\]\.power\.downgrades\[0\]\.to: expected a date from 2026-06-01 on, got 2026-05-31/,
    'paper-and-pencil',
  ],
  [
    'a second pool of the same units',
    `construction: { transformer: { pools: [${pool()}, ${pool()}] } }`,
    /construction\.transformer\.pools\[1\]: expected one pool of held units of the provider, got a second, first at over\.yaml:2:40/,
    'paper-and-pencil',
  ],
])('%s are refused with their place', (_, lines, issue, base) => expectRefused(lines, issue, base));
