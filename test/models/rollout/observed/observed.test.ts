import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rollout, scenarioSchema, type RolloutScenario } from '../../../../models/rollout/index.ts';
import { rolloutRecord } from '../../../../models/rollout/record.ts';
import { simulateRollout } from '../../../../models/rollout/simulate.ts';
import { Simulation } from '../../../../src/kernel/index.ts';
import { normalQuantile, Streams } from '../../../../src/random/index.ts';
import { formatIssue, loadScenario, ScenarioError, type Loaded } from '../../../../src/scenario/index.ts';

const MODELS = new URL('../../../../models/', import.meta.url);
const FILE = new URL('scenarios/over.yaml', MODELS).pathname;

function load(lines: string): Loaded<RolloutScenario> {
  const text = `extends: paper-and-pencil.yaml\nasOf: 2026-07-31\n${lines}\n`;
  return loadScenario({
    file: FILE,
    load: (path) => (path === FILE ? text : readFileSync(path, 'utf8')),
    catalog: (room) => readFileSync(new URL(`catalog/${room}.yaml`, MODELS), 'utf8'),
    schema: scenarioSchema,
    warn: rollout.warnings,
  });
}

function refusals(lines: string): string[] {
  try {
    load(lines);
    return [];
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.issues.map((issue) =>
      formatIssue(issue).replaceAll(new URL('scenarios/', MODELS).pathname, ''),
    );
  }
}

const SEEN = `observed:
  gpusInService:
    - { total: 4000 gpu, on: 2026-04-30, within: 10 %, source: letter of May }
    - { total: 5800 gpu, on: 2026-05-01, within: 10 %, source: letter of May }
  racksDocked:
    - { total: 80 rack, on: 2026-04-30, within: 5 %, source: letter of May }
  megawattsEnergized:
    - { total: 20 MW, on: 2026-07-15, within: 20 %, source: utility }
    - { total: 20 MW, on: 2026-07-14, within: 20 %, source: utility }
    - { total: 12 MW, on: 2026-07-15, within: 20 %, source: utility, site: D1 }
  firstBlockEnergized:
    - { site: D1, on: 2026-07-15, within: 10 days, source: utility }
`;

test('numbers that their tolerances bring together may be observed', () => {
  const seen = (total: string, on: string): string =>
    `    - { total: ${total}, on: ${on}, within: 20 %, source: x }`;
  expect(
    refusals(
      `observed:\n  gpusInService:\n${seen('20000 gpu', '2026-06-01')}\n${seen('15000 gpu', '2026-07-01')}`,
    ),
  ).toEqual([]);
});

describe('what was observed of the hand-solved rollout', () => {
  const { scenario, ledger } = load(SEEN);
  const streams = new Streams({ seed: 'any' });
  streams.begin(0);
  const record = rolloutRecord(simulateRollout(new Simulation(), scenario, streams));

  test.each([
    ['observed_gpus_in_service:2026-04-30', 4320, 'the fourth lot comes into service the day after'],
    ['observed_gpus_in_service:2026-05-01', 5760, 'by whose end it has'],
    ['observed_racks_docked:2026-04-30', 80, 'four lots of 20'],
    ['observed_megawatts_energized:2026-07-14', 10, 'two existing sites of 5 MW'],
    ['observed_megawatts_energized:2026-07-15', 22, 'and the first 12 MW of the campus'],
    ['observed_megawatts_energized:2026-07-15:D1', 12, 'of the campus alone'],
    ['observed_first_block_energized:D1', 195, 'on day 195'],
  ])('is in the record: %s %d, %s', (name, value) => {
    expect(record[name]).toBe(value);
  });

  test('are columns with the deviation of an 80 % interval', () => {
    const columns = rollout.outputs(scenario).columns.filter(({ role }) => role === 'observed');
    expect(columns.map(({ name }) => name)).toHaveLength(7);
    const [first] = columns;
    expect(first!.observation!.what).toBe('4,000 GPUs in service on 2026-04-30 ± 10 %');
    expect(first!.observation!.deviation * normalQuantile(0.9)).toBeCloseTo(400, 9);
    const last = columns.at(-1)!.observation!;
    expect(last.value).toBe(195.5);
    expect(last.deviation * normalQuantile(0.9)).toBeCloseTo(10, 9);
    expect(rollout.outputs(scenario).enough).toEqual({ effective: 200, most: 20_000 });
  });

  test('stand in the ledger as facts of their source, and in the description', () => {
    const row = ledger.find(({ path }) => path === 'observed.racksDocked.0.total')!;
    expect(row).toMatchObject({ value: '80 rack', source: 'letter of May', basis: 'fact' });
    const known = rollout.describe!(scenario).find(({ title }) => title.startsWith('Known'))!;
    expect(known.lines[0]).toEqual({
      what: 'observed',
      text: '4,000 GPUs in service on 2026-04-30 ± 10 %: letter of May',
    });
  });

  test('add no column to a scenario without', () => {
    expect(rollout.outputs(load('').scenario).columns.some(({ role }) => role === 'observed')).toBe(false);
    expect(rollout.outputs(load('').scenario).enough).toBeUndefined();
    expect(rollout.outputs(load('observed: { mostReplications: 500 }').scenario).enough).toBeUndefined();
  });
});

describe('refused is what cannot have been observed', () => {
  const of = (key: string, map: string): string => `observed: { ${key}: [{ ${map} }] }`;

  test.each([
    [
      of('gpusInService', 'total: 10 gpu, on: 2026-08-01, within: 10 %, source: x'),
      /observed\.gpusInService\[0\]\.on: expected a day up to asOf 2026-07-31, got 2026-08-01/,
    ],
    [
      of('racksDocked', 'total: 10 rack, on: 2025-08-01, within: 10 %, source: x'),
      /observed\.racksDocked\[0\]\.on: expected a day from the start 2026-01-01 on, got 2025-08-01/,
    ],
    [
      of('megawattsEnergized', 'total: 10 MW, on: 2026-05-01, within: 10 %, source: x, site: D2'),
      /observed\.megawattsEnergized\[0\]\.site: .*D1.*, got D2/,
    ],
    [
      of('firstBlockEnergized', 'site: E1, on: 2026-05-01, within: 10 days, source: x'),
      /observed\.firstBlockEnergized\[0\]\.site: expected a dedicated site, .*D1.*, got E1/,
    ],
    [of('gpusInService', 'total: 10 gpu, on: 2026-05-01, within: 0 %, source: x'), /within: .*at least/],
    [of('gpusInService', 'total: 10 gpu, on: 2026-05-01, within: 10 %'), /source: /],
    [
      'observed:\n  racksDocked:\n    - { total: 10 rack, on: 2026-05-01, within: 10 %, source: x }\n    - { total: 12 rack, on: 2026-05-01, within: 10 %, source: y }',
      /over\.yaml:6:\d+: observed\.racksDocked\[1\]: expected each total once, got 12 racks docked on 2026-05-01 ± 10 % beside another of it, first at over\.yaml:5:\d+$/,
    ],
    [
      of('gpusInService', 'total: 20000 gpu, on: 2026-07-01, within: 1 %, source: x'),
      /gpusInService\[0\]\.total: expected at most the 17,280 GPUs that the contract buys, got 20,000 GPUs in service on 2026-07-01 ± 1 %$/,
    ],
    [
      `contract: { gpus: 40000 gpu }\n${of('gpusInService', 'total: 20000 gpu, on: 2026-07-01, within: 1 %, source: x')}`,
      /gpusInService\[0\]\.total: expected at most the 17,280 GPUs for which the sites have room, got 20,000 GPUs/,
    ],
    [
      // At $3 it buys 17,280; hardly one price in a thousand is below $1.9.
      `contract: { gpus: derived, price: 2.5 / 3 / 3.5 $/gpu/hour }\n${of('gpusInService', 'total: 40000 gpu, on: 2026-07-01, within: 1 %, source: x')}\nsites: [{ name: E1, initial: 90 MW, ceiling: 90 MW }]`,
      /gpusInService\[0\]\.total: expected at most the 2\d,\d{3} GPUs that the contract buys, got 40,000 GPUs/,
    ],
    [
      'observed:\n  racksDocked: [{ total: 100 rack, on: 2026-07-01, within: 1 %, source: x }]\n  gpusInService: [{ total: 9000 gpu, on: 2026-06-01, within: 1 %, source: x }]',
      /^over\.yaml:5:\d+: observed\.gpusInService\[0\]\.total: expected no more GPUs in service than have come, 100 racks docked on 2026-07-01 ± 1 %, got 9,000 GPUs in service on 2026-06-01 ± 1 %, first at over\.yaml:4:\d+$/,
    ],
    [
      'observed:\n  gpusInService:\n    - { total: 3000 gpu, on: 2026-07-01, within: 1 %, source: x }\n    - { total: 6000 gpu, on: 2026-06-01, within: 1 %, source: x }',
      /^over\.yaml:5:\d+: observed\.gpusInService\[0\]\.total: expected no fewer GPUs in service than before, 6,000 GPUs in service on 2026-06-01 ± 1 %, got 3,000 GPUs in service on 2026-07-01 ± 1 %, first at over\.yaml:6:\d+$/,
    ],
    [
      'observed: { mostReplications: 100 }',
      /observed\.mostReplications: expected at most as many effective replications as replications, got 200 of 100/,
    ],
  ])('%s', (lines, issue) => {
    const found = refusals(lines);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^over\.yaml:\d+:\d+: /);
    expect(found[0]).toMatch(issue);
  });
});
