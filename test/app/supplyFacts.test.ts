import { expect, test } from 'vitest';
import { supplyForecasts } from '../../src/app/index.ts';

test('what 2024 shipped is a third more than packaging gives at the bound of its yield and use, fitted on 2023', () => {
  const [fit] = supplyForecasts().packagingFits;
  expect(fit).toMatchObject({ year: 2024, yieldUse: 1, residual: expect.closeTo(0.35, 1) });
  expect(fit!.unbounded).toBeGreaterThan(1);
});

test('what 2025 shipped is an eighth less than the same fit on 2023 and 2024 gives', () => {
  const [, fit] = supplyForecasts().packagingFits;
  expect(fit).toMatchObject({ year: 2025, yieldUse: 1, residual: expect.closeTo(-0.12, 1) });
});

test('no forecast of 2025 rests on a quarter of 2025 but for capacity and mix', () => {
  const packages = supplyForecasts().forecasts.filter(({ unit }) => unit === 'package');
  expect(packages).toHaveLength(3);
  for (const { knew } of packages) expect(knew).toContain('yield and use of the years before 2025');
});
