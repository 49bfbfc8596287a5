import { describe, expect, test } from 'vitest';
import { rollout } from '../../../models/rollout/index.ts';
import { basePoint, defineExperiment, memoryStore, runExperiment } from '../../../src/experiment/index.ts';
import { layoutOf } from '../../../src/record/index.ts';
import { inline } from '../../../src/execution/index.ts';
import { Streams } from '../../../src/random/index.ts';
import { ScenarioError, type LedgerRow } from '../../../src/scenario/index.ts';
import { shippedScenario } from './shippedScenario.ts';

const SCENARIOS = [
  'paper-and-pencil',
  'openai-aws-38b',
  'with-disruptions',
  'output-by-packaging',
  'openai-aws-138b',
  'arms-race',
  'neutral-or-committed',
  'greenfield-1gw',
  'new-carlisle',
  'colossus-1',
  'h100-era',
];
const FULL = process.env['GIGARAMP_FULL'] === '1';
const TRIES = FULL ? Number(process.env['TRIES'] ?? 400) : 14;

const DATES = [
  '1901-01-01',
  '1969-12-31',
  '2025-12-31',
  '2026-02-28',
  '2027-03-01',
  '2031-07-01',
  '2199-12-31',
];
const NUMBERS = [
  '-1',
  '0',
  '-0',
  '1e-12',
  '0.001',
  '0.5',
  '1',
  '1.5',
  '2',
  '7',
  '100',
  '1000',
  '99999',
  '1e6',
  '1e12',
  '1e308',
  '0 / 0 / 0',
  '0 / 1 / 1e6',
  '0.001 to 1000',
  '1 to 1.5',
  'exponential(5)',
  'exponential(0.2)',
  'lognormal(median 1, sigma 5)',
  'uniform(0, 1000)',
  'uniform(0.2, 1)',
  'triangular(0, 1, 50)',
  'normal(10, 2)',
];

/** What a quantity is set to: every form, at and beyond what its key allows. */
function extremes({ unit, value }: LedgerRow): string[] {
  if (unit === 'date') return DATES;
  const money = /\$/.test(value) || unit.startsWith('$');
  const rest = unit.replace(/^\$/, '');
  if (money) return NUMBERS.map((text) => (text.includes('(') ? `${text} $${rest}` : `$${text}${rest}`));
  return NUMBERS.map((text) => `${text} ${unit}`.trim());
}

// A rack that is given to others is sold on: in a quarter without purchases what is spent on racks falls.
const SOLD_ON: ReadonlySet<string> = new Set(['capex', 'rack_capex', 'depreciation']);

/** One replication as a record, checked to be within the bounds that no rollout can leave. */
async function runOnce(scenario: ReturnType<typeof shippedScenario>['scenario']): Promise<void> {
  const experiment = defineExperiment({ model: rollout, seed: 'extremes', points: [basePoint(scenario)] });
  const records = await runExperiment({
    experiment,
    executor: inline(rollout),
    store: memoryStore(experiment),
    replications: 1,
  });
  const point = records.points[0]!;
  const value = (name: string): Float64Array => point.column(name);
  for (const { column } of layoutOf(point.outputs).fields) {
    const mayBeInfinite =
      column.kind === 'milestone' ||
      column.name.startsWith('deal_day:') ||
      ['attribution', 'drag', 'drag bound', 'stage'].includes(column.role ?? '');
    for (const number of value(column.name)) {
      if (column.mayBeMissing === true && Number.isNaN(number)) continue;
      if (Number.isNaN(number) || (!Number.isFinite(number) && !mayBeInfinite))
        throw new Error(`${column.name}: ${number}, expected a finite number`);
      if (column.kind === 'series' && number < -1e-3 && !SOLD_ON.has(column.name))
        throw new Error(`${column.name}: ${number}, expected at least 0`);
    }
  }
  const contract = value('contract_gpus')[0]!;
  expect(contract).toBeGreaterThan(0);
  expect(Math.max(...value('gpus'))).toBeLessThanOrEqual(contract);
  expect(Math.max(...value('available_gpus'))).toBeLessThanOrEqual(contract * 2);
  for (const name of ['providerShare', 'rackScalePart', 'tenantCap', 'reworkShare'])
    expect(value(`input_${name}`)[0]).toBeLessThanOrEqual(1);
  expect(value('input_price')[0]).toBeGreaterThanOrEqual(0.1);
  expect(value('input_pace')[0]).toBeGreaterThanOrEqual(0.2);
}

describe.each(SCENARIOS)('%s with one quantity at an extreme', (name) => {
  test(
    'is refused with the place, or runs to finite numbers in bounds',
    async () => {
      const draws = new Streams({ seed: FULL ? 'full' : 'quick' }).open('extremes', name, 'try');
      const pick = <T>(from: readonly T[], serial: number, occurrence: number): T =>
        from[Math.floor(draws.uniform(serial, occurrence) * from.length)]!;
      const { ledger } = shippedScenario(name);
      const failures: string[] = [];
      let ran = 0;
      for (let serial = 0; serial < TRIES; serial++) {
        const row = pick(ledger, serial, 0);
        const settings = { [row.path]: pick(extremes(row), serial, 1) };
        try {
          const { scenario } = shippedScenario(name, settings);
          await runOnce(scenario);
          ran++;
        } catch (error) {
          if (!(error instanceof ScenarioError))
            failures.push(`${JSON.stringify(settings)}: ${String(error)}`);
          else if (error.issues.some(({ path }) => path === ''))
            failures.push(`${JSON.stringify(settings)}: no place in ${error.message}`);
        }
      }
      expect(failures).toEqual([]);
      expect(ran).toBeGreaterThan(0);
    },
    FULL ? 600_000 : 60_000,
  );
});
