import { describe, expect, test } from 'vitest';
import { fieldName, measureOf } from '../../src/output/index.ts';

describe('name of a CSV column', () => {
  test.each([
    ['contract', 'gpu', 'contract_gpus'],
    ['contract_gpus', 'gpu', 'contract_gpus'],
    ['gpus', 'gpu', 'gpus'],
    ['gpu_days', 'GPU-day', 'gpu_days'],
    ['waiting', 'rack-day', 'waiting_rack_days'],
    ['energized', 'MW', 'energized_mw'],
    ['spend at horizon', '$', 'spend_at_horizon_dollars'],
    ['input_price', '$/GPU/hour', 'input_price_dollars_per_gpu_per_hour'],
    ['cap', 'fraction', 'cap_fraction'],
    ['pace', 'ratio', 'pace_ratio'],
    ['racksWaiting', 'rack', 'racks_waiting'],
    ['share', '', 'share'],
  ])('of output "%s" in %s is %s', (name, unit, expected) => {
    expect(fieldName(name, unit)).toBe(expected);
  });
});

describe('what a series measures', () => {
  test.each([
    ['sites.dedicated-1.energized', 'sites', { site: 'dedicated-1' }, 'energized'],
    ['energized_mw:dedicated-1', 'sites', { site: 'dedicated-1', quantity: 'energized_mw' }, ''],
    ['blocked_power', 'binding', { cause: 'power' }, 'blocked'],
    ['gpus', 'fan', {}, 'gpus'],
    ['spend', 'spend', {}, 'spend'],
    ['catch', 'sites', { site: 'a' }, 'catch'],
  ])('"%s" of table %s with key %o: "%s"', (name, table, key, expected) => {
    expect(measureOf({ name, table, key, kind: 'series', unit: '', description: '' })).toBe(expected);
  });
});
