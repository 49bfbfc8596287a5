import { expect, test } from 'vitest';
import { TITLES } from '../../models/rollout/titles.ts';
import { outputLine } from '../../src/app/cli/outputLine.ts';
import type { Column, Outputs } from '../../src/record/index.ts';

const target: Column = {
  name: 'gpus_20000',
  title: '20,000 GPUs',
  unit: 'day',
  kind: 'milestone',
  description: '20000 GPUs in service',
};
const scalar = (more: Partial<Column>): Column => ({
  name: 'x',
  unit: 'day',
  kind: 'scalar',
  description: '',
  ...more,
});
const outputs: Outputs = {
  startDate: '2026-01-01',
  horizonDays: 10,
  gridDays: [],
  columns: [target],
  titles: TITLES,
};

test.each([
  [target, 4.7, '20,000 GPUs: 2026-01-05'],
  [target, Infinity, '20,000 GPUs: not by the horizon'],
  [
    scalar({
      description: 'days charged to {cause} on the driving path of {milestone}',
      infiniteWhen: 'not reached',
      key: { milestone: 'gpus_20000', cause: 'crews' },
    }),
    12.34,
    'days charged to crews on the driving path of 20,000 GPUs: 12 days',
  ],
  [
    scalar({
      description: 'drawn value of the uncertain input {measure}',
      measure: 'tenantCap',
      unit: 'fraction',
    }),
    0.302,
    "drawn value of the uncertain input tenant's share of the provider's chips: 30.2 %",
  ],
  [scalar({ description: 'spend', unit: '$' }), 1234567.8, 'spend: $1,234,568'],
  [scalar({ description: 'GPUs in service', unit: 'gpu' }), 173520, 'GPUs in service: 173,520 GPUs'],
])('an output of one replication is called by what it is, in its unit', (column, value, text) => {
  expect(outputLine(outputs, column, value)).toBe(text);
});
