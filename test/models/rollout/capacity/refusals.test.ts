import { test } from 'vitest';
import { expectRefused } from '../refusals.ts';

const POOL = 'sites:\n  - { name: pool, kind: reassigned, gpus: 1000 gpu, over: 30 days }';

test.each<[what: string, lines: string, issue: RegExp, base?: string]>([
  [
    'a limit on the queue of crews beside a placement that looks at nothing else',
    'policies: { placement: balanced, longestCrewQueue: 10 days }',
    /^over\.yaml:2:52: policies\.longestCrewQueue: expected a placement other than balanced/,
  ],
  [
    'notice to a fleet that is still being handed over',
    'policies: { returns: [{ site: pool-1, on: 2026-02-20, notice: 30 days }] }',
    /^over\.yaml:2:31: policies\.returns\[0\]\.site: expected notice after the fleet has been handed over, on day 90/,
  ],
  [
    'the return of a site twice',
    'policies:\n  returns:\n    - { site: existing-1, on: 2027-01-01, notice: 9 days }\n    - { site: existing-1, on: 2028-01-01, notice: 9 days }',
    /^over\.yaml:5:15: policies\.returns\[1\]\.site: expected each site once, got "existing-1" again, first at over\.yaml:4:15$/,
  ],
  [
    'a hall that no site lends',
    'provider: { halls: [{ name: a, power: 99 MW, source: nowhere }] }',
    /^over\.yaml:2:54: provider\.halls\[0\]\.source: expected the name of a site with existing halls, got "nowhere"/,
  ],
  [
    'a hall that a campus lends, beside one of a site that does',
    'provider: { halls: [{ name: a, power: 30 MW, source: existing-2 }, { name: b, power: 999 MW, source: dedicated-1 }] }',
    /^over\.yaml:2:102: provider\.halls\[1\]\.source: expected the name of a site with existing halls, got "dedicated-1"/,
  ],
  [
    'a fleet of more megawatts than its halls: 1,000 GPUs of 1.736 kW',
    `provider: { halls: [{ name: a, power: 1 MW, source: pool }] }\n${POOL}`,
    /^over\.yaml:4:5: sites\[3\]: expected at most the 1 MW of its halls, got up to 1\.736 MW/,
    'paper-and-pencil',
  ],
  [
    'retrofits of more megawatts than their halls',
    'provider: { halls: [{ name: a, power: 2 MW, source: E2 }, { name: b, power: 1 MW, source: E2 }] }',
    /sites\[1\]: expected at most the 3 MW of its halls, got up to 5 MW/,
    'paper-and-pencil',
  ],
  [
    'a flow with crews and a time of installation',
    'provider: { flow: { crews: 4 crew } }',
    /provider\.flow: expected either installTime or crews, got both/,
    'arms-race',
  ],
  [
    'a flow with neither crews nor a time of installation',
    'provider: { flow: { from: 2026-01-01, added: 9 MW/year } }',
    /^over\.yaml:2:19: provider\.flow: expected either installTime or crews, got neither/,
  ],
  [
    'a flow that begins at the horizon',
    'provider: { flow: { from: 2027-12-31 } }',
    /^over\.yaml:2:27: provider\.flow\.from: expected a date before the horizon 2027-12-31, got 2027-12-31/,
    'arms-race',
  ],
])('%s is refused with its place', (_, lines, issue, base) => expectRefused(lines, issue, base));
