import { describe, expect, test } from 'vitest';
import {
  brier,
  clopperPearson,
  crpsEnsemble,
  crpsNormal,
  pinball,
  quantileCoverage,
  quantileInterval,
  relativeHalfWidths,
  relativePrecisionSize,
  sampleQuantile,
  wilksSampleSize,
  wilson,
  type QuantileType,
} from '../../src/statistics/index.ts';
import reference from '../fixtures/statistics-decisions.json' with { type: 'json' };

function caseOf<I, E>(name: string): { inputs: I; expected: E } {
  return reference.cases.find((entry) => entry.name === name) as unknown as { inputs: I; expected: E };
}

describe('the published reference cases', () => {
  const quantiles = caseOf<{ data: number[][]; p: number[] }, Record<string, number[][]>>(
    'quantile_types_1_9',
  );
  test.each(Object.keys(quantiles.expected))('sample quantiles of Hyndman–Fan type %s', (type) => {
    quantiles.inputs.data.forEach((data, row) => {
      const sorted = data.toSorted((a, b) => a - b);
      quantiles.inputs.p.forEach((p, column) => {
        const value = sampleQuantile(sorted, p, Number(type) as QuantileType);
        expect(value).toBeCloseTo(quantiles.expected[type][row][column], 12);
      });
    });
  });

  interface OrderCase {
    n: number;
    p: number;
    conf: number;
    l: number | null;
    u: number | null;
    coverage: number;
  }
  test.each(caseOf<unknown, OrderCase[]>('quantile_order_statistic_ci').expected)(
    'order statistics around the $p quantile of $n values',
    ({ n, p, conf, l, u, coverage }) => {
      const interval = quantileInterval(n, p, conf);
      expect(interval).toEqual({ lower: l ?? undefined, upper: u ?? undefined });
      expect(quantileCoverage(n, p, interval)).toBeCloseTo(coverage, 12);
    },
  );

  test('Wilks sample sizes', () => {
    for (const { p, conf, n } of caseOf<unknown, { p: number; conf: number; n: number }[]>(
      'wilks_sample_sizes',
    ).expected) {
      expect(wilksSampleSize(p, conf)).toBe(n);
    }
  });

  interface Proportion {
    k: number;
    n: number;
    wilson: number[];
    clopperPearson: number[];
  }
  test.each(caseOf<unknown, Proportion[]>('proportion_ci').expected)(
    'Wilson and Clopper–Pearson intervals of $k in $n',
    ({ k, n, ...expected }) => {
      for (const [found, wanted] of [
        [wilson(k, n), expected.wilson],
        [clopperPearson(k, n), expected.clopperPearson],
      ] as const) {
        expect(found.estimate).toBe(k / n);
        expect(found.low).toBeCloseTo(wanted[0], 10);
        expect(found.high).toBeCloseTo(wanted[1], 10);
      }
    },
  );

  test('stopping at a relative precision', () => {
    const { inputs, expected } = caseOf<
      { data: number[]; n0: number; conf: number; gamma: number },
      { steps: { n: number; ratio: number }[]; stopN: number }
    >('relative_precision_stopping');
    const ratios = relativeHalfWidths(inputs.data, inputs.conf);
    for (const { n, ratio } of expected.steps) expect(ratios[n - 2]).toBeCloseTo(ratio, 9);
    const options = { relativeError: inputs.gamma, minimum: inputs.n0, confidence: inputs.conf };
    // At n = 8 the ratio is 0.13059, just above the bound of 0.13043.
    expect(relativePrecisionSize(inputs.data, options)).toBe(expected.stopN);
    expect(relativePrecisionSize(inputs.data.slice(0, 13), options)).toBeUndefined();
  });

  test('scores of forecasts', () => {
    const crps = caseOf<
      { normal: [number, number, number][]; ensemble: number[]; obs: number },
      { normal: number[]; ensembleCRPS: number; fairCRPS: number }
    >('crps');
    crps.inputs.normal.forEach(([mean, sd, observed], i) => {
      expect(crpsNormal(mean, sd, observed)).toBeCloseTo(crps.expected.normal[i], 12);
    });
    expect(crpsEnsemble(crps.inputs.ensemble, crps.inputs.obs)).toBeCloseTo(crps.expected.ensembleCRPS, 12);
    expect(crpsEnsemble(crps.inputs.ensemble, crps.inputs.obs, { fair: true })).toBeCloseTo(
      crps.expected.fairCRPS,
      12,
    );
    const losses = caseOf<
      { pinball: [number, number, number][]; brier: [number, number][] },
      { pinball: number[]; brier: number[] }
    >('pinball_and_brier');
    losses.inputs.pinball.forEach(([p, forecast, observed], i) => {
      expect(pinball(p, forecast, observed)).toBeCloseTo(losses.expected.pinball[i], 12);
    });
    losses.inputs.brier.forEach(([p, happened], i) => {
      expect(brier(p, happened === 1)).toBeCloseTo(losses.expected.brier[i], 12);
    });
  });
});
