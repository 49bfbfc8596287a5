// %% [markdown]
// # Could the chips of 2025 have been foreseen?
//
// **Question.** The halls are scored against a dated record. Are the chips that the model gives them any better foreseen: the vendor's packages
// from packaging capacity, the racks of a year, and one customer's share of them?
//
// **Design.** What was known before: yield and use of packaging fitted on 2023 and 2024 alone, for the quarters of 2025 from the second on; the
// consensus of January 2025 for the racks of that year, as it stood and with the usual slip of a new architecture; Amazon's share of the last
// quarter of 2024 for that of a year later.
//
// **Output.** `results/18-supply/supply.csv` and this page. Nothing is simulated: `--quick` is the same.

// %%
import { parseArgs } from 'node:util';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scoreSupply } from 'gigaramp/calibration';
import { display, supplyForecasts, writeCsv } from 'gigaramp';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'results/18-supply' },
  },
});

const { packagingFits, ...foreseen } = supplyForecasts();
const forecasts = foreseen.forecasts.map((forecast) => ({ ...forecast, ...scoreSupply(forecast) }));
const number = (value: number): number | string => (value < 1 ? value.toFixed(3) : Math.round(value));
display({
  title: 'What was foreseen, and what came',
  columns: ['', 'from', 'P10', 'P50', 'P90', 'came', 'PIT'],
  rows: forecasts.map(({ quantity, knew, p10, p50, p90, came, pit }) => [
    quantity,
    knew,
    number(p10),
    number(p50),
    number(p90),
    number(came),
    pit.toFixed(3),
  ]),
});
const inside = forecasts.filter(({ pit }) => pit >= 0.1 && pit <= 0.9);
console.log(
  `Answer: ${inside.length} of ${forecasts.length} forecasts held what came between P10 and P90; all others came lower.`,
);

// %%
display({
  title: 'Packages shipped against what packaging capacity gives, yield and use fitted on the years before',
  columns: ['year', 'yield × use', 'without its bound of 100 %', 'shipped more than that gives'],
  rows: packagingFits.map(({ year, yieldUse, unbounded, residual }) => [
    year,
    `${(100 * yieldUse).toFixed(0)} %`,
    `${(100 * unbounded).toFixed(0)} %`,
    `${(100 * residual).toFixed(0)} %`,
  ]),
});
console.log('One number a year, from single published capacities: they have no interval.');

// %%
mkdirSync(values.out, { recursive: true });
await writeCsv(join(values.out, 'supply.csv'), {
  name: 'supply',
  description: 'Forecasts of the vendor and its allotment from what was known before, and what came',
  fields: [
    { name: 'quantity', type: 'string', description: 'what was to be foreseen' },
    { name: 'unit', type: 'string', description: 'unit of the values of this row' },
    { name: 'knew', type: 'string', description: 'what the forecast rests on' },
    ...(['p10', 'p50', 'p90'] as const).map((name) => ({
      name,
      type: 'number' as const,
      description: `${name.slice(1)} % quantile of the forecast`,
    })),
    { name: 'came', type: 'number', description: 'what came' },
    { name: 'pit', type: 'number', description: 'part of the forecast at or below what came' },
    { name: 'crps', type: 'number', description: 'continuous ranked probability score' },
  ],
  rows: () =>
    forecasts.map(({ quantity, unit, knew, p10, p50, p90, came, pit, crps }) => [
      quantity,
      unit,
      knew,
      p10,
      p50,
      p90,
      came,
      pit,
      crps,
    ]),
});
writeFileSync(
  join(values.out, 'manifest.json'),
  `${JSON.stringify({ catalog: ['chips', 'allotment'], run: { node: process.version } }, null, 2)}\n`,
);
