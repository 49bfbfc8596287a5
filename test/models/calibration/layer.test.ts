import { describe, expect, test } from 'vitest';
import { ownerKey, type LayerDatum, type LayerModel } from '../../../models/calibration/layer.ts';
import { fitLayer } from '../../../models/calibration/layerFit.ts';
import { forecastDays } from '../../../models/calibration/layerForecast.ts';
import { logLikelihood, survivalAt } from '../../../models/calibration/layerLikelihood.ts';
import { fitLognormal } from '../../../models/calibration/lognormalFit.ts';
import { NOISES } from '../../../models/calibration/noise.ts';
import { normalCdf, normalQuantile, Streams } from '../../../src/random/index.ts';
import { quantile7 } from '../../../src/statistics/index.ts';

const wide = { mean: 0, sd: 10 };
const loose: LayerModel = {
  noise: 'normal',
  truncated: false,
  shift: wide,
  era: wide,
  owner: { mean: 0, sd: 0.2 },
  logSpread: { mean: 0, sd: 10 },
};
const one = Float64Array.of(Math.log(500));
const datum = (more: Partial<LayerDatum>): LayerDatum => ({
  kind: 'greenfield',
  owner: '',
  era: 0,
  simulated: one,
  ...more,
});
/** Even normal quantiles: a sample with known mean and spread. */
const evenly = (count: number): number[] =>
  Array.from({ length: count }, (_, i) => normalQuantile((i + 0.5) / count));

test('owners alike but for case, accents and signs are one, in letters that a catalog takes', () => {
  expect(['NScale', ' nscale ', 'Nscalé'].map(ownerKey)).toEqual(['nscale', 'nscale', 'nscale']);
  expect(ownerKey('AI XPV Platform')).toBe('ai-xpv-platform');
  expect(ownerKey('小米')).toMatch(/^[a-z0-9]+$/);
  expect(ownerKey('–')).toBe('');
});

describe('the likelihood', () => {
  const at = { noise: 'normal', shift: 0.1, logSpread: Math.log(0.3) } as const;
  const z = (days: number): number => (Math.log(days) - Math.log(500) - 0.1) / 0.3;

  test('of one simulated time is the normal law of the logarithm', () => {
    expect(logLikelihood(datum({ observed: Math.log(700) }), at)).toBeCloseTo(
      -(z(700) ** 2) / 2 - Math.log(Math.sqrt(2 * Math.PI) * 0.3),
      12,
    );
  });

  test('of what is censored is its survival, and of an interval the difference of two', () => {
    expect(logLikelihood(datum({ censored: Math.log(700) }), at)).toBeCloseTo(
      Math.log(1 - normalCdf(z(700))),
      10,
    );
    expect(logLikelihood(datum({ interval: [Math.log(600), Math.log(700)] }), at)).toBeCloseTo(
      Math.log(normalCdf(z(700)) - normalCdf(z(600))),
      10,
    );
  });

  test('of a site that entered late is that given survival until then', () => {
    const seen = logLikelihood(datum({ observed: Math.log(700) }), at);
    expect(logLikelihood(datum({ observed: Math.log(700), entry: Math.log(400) }), at)).toBeCloseTo(
      seen - Math.log(1 - normalCdf(z(400))),
      10,
    );
  });

  test('of many simulated times is the mean of those of each', () => {
    const both = Float64Array.of(Math.log(400), Math.log(800));
    const each = [...both].map((log) =>
      Math.exp(logLikelihood(datum({ simulated: Float64Array.of(log), observed: 6.5 }), at)),
    );
    expect(logLikelihood(datum({ simulated: both, observed: 6.5 }), at)).toBeCloseTo(
      Math.log((each[0]! + each[1]!) / 2),
      12,
    );
  });

  test.each(['logistic', 'normal'] as const)(
    'the %s noise has a density that is the slope of its law',
    (name) => {
      const { logDensity, survival, quantile } = NOISES[name];
      for (const x of [-3, -0.4, 0, 1.7]) {
        expect(Math.exp(logDensity(x))).toBeCloseTo((survival(x - 1e-5) - survival(x + 1e-5)) / 2e-5, 6);
        expect(quantile(1 - survival(x))).toBeCloseTo(x, 8);
      }
    },
  );
});

describe('the fit', () => {
  test('under loose priors finds mean and spread of the logarithms, and their errors σ/√n and 1/√2n', () => {
    const n = 400;
    const data = evenly(n).map((e) => datum({ observed: Math.log(500) + 0.3 + 0.25 * e }));
    const { mode, covariance } = fitLayer(data, loose);
    const sd = Math.sqrt(evenly(n).reduce((sum, e) => sum + e * e, 0) / n) * 0.25;
    expect(mode[0]).toBeCloseTo(0.3, 5);
    expect(mode[1]).toBeCloseTo(Math.log(sd), 4);
    expect(Math.sqrt(covariance[0]![0]!)).toBeCloseTo(sd / Math.sqrt(n), 5);
    expect(Math.sqrt(covariance[1]![1]!)).toBeCloseTo(1 / Math.sqrt(2 * n), 4);
  });

  test('pools an owner by n σ_u² / (n σ_u² + σ²) of its own mean', () => {
    const base = evenly(2000).map((e) => datum({ observed: Math.log(500) + 0.3 * e }));
    const own = [0.5, 0.5, 0.5, 0.5].map((shift) =>
      datum({ owner: 'acme', observed: Math.log(500) + shift }),
    );
    const { mode } = fitLayer([...base, ...own], { ...loose, logSpread: { mean: Math.log(0.3), sd: 1e-4 } });
    expect(mode[3]).toBeCloseTo((0.5 * 4 * 0.04) / (4 * 0.04 + 0.09), 2);
  });

  test('finds the trend of early starts', () => {
    const data = evenly(200).map((e, i) => {
      const era = -(i % 5);
      return datum({ era, observed: Math.log(500) - 0.1 * era + 0.2 * e });
    });
    expect(Math.abs(fitLayer(data, loose).mode[2]! + 0.1)).toBeLessThan(0.01);
  });

  test('takes what is censored into account', () => {
    const cut = Math.log(560);
    const data = evenly(2000).map((e) => {
      const log = Math.log(500) + 0.3 * e;
      return log > cut ? datum({ censored: cut }) : datum({ observed: log });
    });
    const { mode } = fitLayer(data, loose);
    expect(mode[0]).toBeCloseTo(0, 2);
    expect(Math.exp(mode[1]!)).toBeCloseTo(0.3, 2);
  });

  test('undoes that only the long ones entered', () => {
    const entry = Math.log(450);
    const data = evenly(4000)
      .map((e) => Math.log(500) + 0.3 * e)
      .filter((log) => log > entry)
      .map((log) => datum({ observed: log, entry }));
    const corrected = fitLayer(data, { ...loose, truncated: true }).mode;
    expect(corrected[0]).toBeCloseTo(0, 1);
    expect(Math.exp(corrected[1]!)).toBeCloseTo(0.3, 1);
    expect(fitLayer(data, loose).mode[0]).toBeGreaterThan(0.1);
  });

  test('from the mode of all, leaving one out gives the fit from anew', () => {
    const data = evenly(30).map((e, i) =>
      datum({ owner: i % 3 === 0 ? 'acme' : 'zed', observed: 6.3 + 0.3 * e }),
    );
    const all = fitLayer(data, loose);
    const fewer = data.slice(1);
    const near = fitLayer(fewer, loose, { names: all, from: all.mode });
    fitLayer(fewer, loose).mode.forEach((value, i) => expect(near.mode[i]).toBeCloseTo(value, 6));
  });

  test('without data is the prior', () => {
    const { mode } = fitLayer([], loose, { names: { kinds: ['conversion'], owners: ['acme'] } });
    expect([...mode]).toEqual([0, 0, 0, 0]);
  });
});

describe('the forecast', () => {
  const streams = (): Streams => {
    const opened = new Streams({ seed: '1' });
    opened.begin(0);
    return opened;
  };
  const data = evenly(500).map((e) => datum({ observed: Math.log(500) + 0.2 * e }));
  const tight: LayerModel = { ...loose, owner: { mean: 0, sd: 0.2 } };
  const fit = fitLayer(data, tight);
  const quantilesOf = (owner: string, more: Partial<LayerDatum> = {}, from = fit): number[] => {
    const members = forecastDays(from, datum({ owner, ...more }), {
      members: 4000,
      streams: streams(),
      name: 'x',
    }).sort();
    return [0.1, 0.5, 0.9].map((p) => quantile7(members, p)!);
  };

  test('of an owner that was not seen has the spread of noise and owner together', () => {
    const [low, median, high] = quantilesOf('nobody');
    expect(median).toBeCloseTo(500, -1);
    const sd = Math.sqrt(0.2 ** 2 + 0.2 ** 2 + 0.2 ** 2 / 500);
    expect(Math.log(high! / low!) / (2 * normalQuantile(0.9))).toBeCloseTo(sd, 2);
  });

  test('lasts at least until the entry where the model counts only what did', () => {
    const truncated = fitLayer(data, { ...tight, truncated: true });
    const members = forecastDays(truncated, datum({ entry: Math.log(600) }), {
      members: 1000,
      streams: streams(),
      name: 'x',
    });
    expect(Math.min(...members)).toBeGreaterThanOrEqual(600 * (1 - 1e-9));
    const spread = Math.sqrt(0.2 ** 2 + 0.2 ** 2);
    const expected = survivalAt(one, Math.log(700), { noise: 'normal', shift: 0, spread });
    const entered = survivalAt(one, Math.log(600), { noise: 'normal', shift: 0, spread });
    expect(members.filter((days) => days > 700).length / 1000).toBeCloseTo(expected / entered, 1);
  });

  test('is the same for the same seed and name', () => {
    expect(quantilesOf('nobody')).toEqual(quantilesOf('nobody'));
  });
});

describe('the lognormal yardstick', () => {
  test('of durations that are all over is that of their logarithms', () => {
    const logs = [5.9, 6.2, 6.4, 6.9];
    const { median, sigma } = fitLognormal(logs.map((log) => ({ days: Math.exp(log), isOver: true })));
    expect(Math.log(median)).toBeCloseTo(6.35, 6);
    expect(sigma).toBeCloseTo(Math.sqrt(logs.reduce((sum, log) => sum + (log - 6.35) ** 2, 0) / 4), 6);
  });

  test('finds the law behind what is cut off', () => {
    const data = evenly(4000).map((e) => {
      const days = 700 * Math.exp(0.6 * e);
      return days > 900 ? { days: 900, isOver: false } : { days, isOver: true };
    });
    const { median, sigma } = fitLognormal(data);
    expect(median).toBeCloseTo(700, -1);
    expect(sigma).toBeCloseTo(0.6, 2);
  });

  test('needs two that are over', () => {
    expect(() => fitLognormal([{ days: 3, isOver: true }])).toThrow(
      'durations that are over: 1, expected at least 2',
    );
  });
});
