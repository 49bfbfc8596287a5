import { expect, test } from 'vitest';
import {
  calibrate,
  posteriorEntries,
  posteriorOf,
  readRollouts,
  type SimulatedSite,
} from '../../../models/calibration/index.ts';
import { normalQuantile } from '../../../src/random/index.ts';
import { shippedCalibration } from '../../../src/app/shippedCalibration.ts';

const HEAD = 'site,owner,country,date,buildings_operational,facility_mw,it_mw,h100_equivalents,kind';
const text = [
  HEAD,
  'A,Acme,US,2023-01-01,0,0,0,0,greenfield',
  'A,Acme,US,2024-09-01,1,100,0,0,greenfield',
  'A,Acme,US,2025-03-01,2,180,0,0,greenfield',
  'B,,US,2021-01-01,0,0,0,0,',
  'B,,US,2024-01-01,1,60,0,0,',
  'C,Zed Inc,US,2024-01-01,0,0,0,0,conversion',
  'C,Zed Inc,US,2024-07-01,1,40,0,0,conversion',
  'D,Acme,US,2024-06-01,0,0,0,0,greenfield',
].join('\n');

const spread = (median: number): Float64Array =>
  Float64Array.from({ length: 50 }, (_, i) => median * Math.exp(0.25 * normalQuantile((i + 0.5) / 50)));
const sites: SimulatedSite[] = readRollouts(text, { file: 'x.csv' }).sites.map((site) => {
  const simulatedAsGreenfield = { firstBlock: spread(660), gaps: spread(180) };
  const simulated =
    site.kind === 'conversion' ? { firstBlock: spread(300), gaps: spread(180) } : simulatedAsGreenfield;
  return { site, simulated, simulatedAsGreenfield };
});

test('a posterior that is written as catalog entries reads back as itself, to six digits', () => {
  const calibration = calibrate(sites);
  const again = posteriorOf(posteriorEntries(calibration));
  expect(Object.keys(again)).toEqual(Object.keys(calibration));
  for (const layer of ['unstated', 'stated', 'gap', 'megawatts'] as const) {
    const [before, after] = [calibration[layer]!, again[layer]!];
    expect({ kinds: after.kinds, owners: after.owners }).toEqual({
      kinds: before.kinds,
      owners: before.owners,
    });
    before.mode.forEach((value, i) => expect(after.mode[i]).toBeCloseTo(value, 5));
    before.covariance.forEach((row, i) =>
      row.forEach((value, j) => expect(after.covariance[i]![j]).toBeCloseTo(value, 4)),
    );
  }
  expect(again.naive.firstBlock.median).toBeCloseTo(calibration.naive.firstBlock.median, 2);
});

test('sites whose kind was stated are fitted kind by kind, and all of them as new builds too', () => {
  const { stated, unstated } = calibrate(sites);
  expect(stated!.kinds).toEqual(['greenfield', 'conversion']);
  expect(unstated.kinds).toEqual(['greenfield']);
  expect(unstated.owners).toEqual(['acme', 'zed-inc']);
});

test('an entry that is missing or broken is named', () => {
  const entries = posteriorEntries(calibrate(sites));
  expect(() =>
    posteriorOf(entries.filter(({ name }) => name !== 'first-block-log-spread-greenfield')),
  ).toThrow('calibration first-block');
  expect(() => posteriorOf(entries.map((entry) => ({ ...entry, value: '3 days' })))).toThrow(
    'expected what calibrate wrote',
  );
  expect(() => posteriorOf([])).toThrow('calibration first-block-era: missing');
});

test('the shipped calibration can be read, and knows both kinds', () => {
  const shipped = shippedCalibration();
  expect(shipped.stated!.kinds).toEqual(['greenfield', 'conversion']);
  expect(shipped.unstated.owners).toContain('google');
  expect(shipped.naive.firstBlock.sigma).toBeCloseTo(0.6, 1);
});
