import { describe, expect, test } from 'vitest';
import { morrisTrajectories, saltelliMatrices, saltelliRows } from '../../src/design/index.ts';
import { normalQuantile, Streams, type Stream } from '../../src/random/index.ts';
import { elementaryEffects, sobolIndices, type SobolIndex } from '../../src/statistics/index.ts';
import reference from '../fixtures/sensitivity.json' with { type: 'json' };

type Response = (u: ArrayLike<number>) => number;

const streams = new Streams({ seed: 'sensitivity' });
const points = streams.open('test', 'sensitivity', 'points');
const resampling = streams.open('test', 'sensitivity', 'bootstrap');
const caseOf = (name: string) => reference.cases.find((one) => one.name === name)!;

function indicesOf(
  response: Response,
  factors: number,
  rows: number,
  stream: Stream = points,
  resamples = 500,
): SobolIndex[] {
  const row = saltelliRows(factors, stream);
  const [a, b, ...mixed] = saltelliMatrices(factors).map((matrix) =>
    Float64Array.from({ length: rows }, (_, index) => response(row(matrix, index))),
  );
  return sobolIndices(a, b, mixed, { stream: resampling, resamples });
}

const ishigami =
  (a: number, b: number): Response =>
  (u) => {
    const [x, y, z] = Array.from(u, (value) => Math.PI * (2 * value - 1));
    return Math.sin(x) + a * Math.sin(y) ** 2 + b * z ** 4 * Math.sin(x);
  };
const gFunction =
  (a: readonly number[]): Response =>
  (u) =>
    a.reduce((product, ai, i) => (product * (Math.abs(4 * u[i] - 2) + ai)) / (1 + ai), 1);
const linear: Response = (u) => [1, 2, 6].reduce((sum, c, i) => sum + c * normalQuantile(u[i]), 0);

const cases: [string, Response][] = [
  ['ishigami_a7_b0.1', ishigami(7, 0.1)],
  ['ishigami_a7_b0.05', ishigami(7, 0.05)],
  ...['sobol_g_0_1_4.5_9_99_99_99_99', 'sobol_g_0_0.5_3_9_99_99', 'sobol_g_78_12_0.5_2_97_33'].map(
    (name): [string, Response] => [name, gFunction((caseOf(name).inputs as { a: number[] }).a)],
  ),
  ['linear_additive', linear],
];

describe('Sobol indices', () => {
  test.each(cases)('of %s are those published, within 0.02 at 8,192 rows', (name, response) => {
    const { S1, ST } = caseOf(name).expected as { S1: number[]; ST: number[] };
    const indices = indicesOf(response, S1.length, 2 ** 13, points, 50);
    indices.forEach(({ first, total }, factor) => {
      expect(Math.abs(first.estimate! - S1[factor])).toBeLessThan(0.02);
      expect(Math.abs(total.estimate! - ST[factor])).toBeLessThan(0.02);
    });
  });

  test('have bootstrap intervals that hold the true ones about as often as they say', () => {
    const { S1, ST } = caseOf('ishigami_a7_b0.1').expected as { S1: number[]; ST: number[] };
    const experiments = 100;
    let held = 0;
    for (let experiment = 0; experiment < experiments; experiment++) {
      streams.begin(experiment);
      // Rows of plain random numbers: the bootstrap takes rows as independent, and is wide for Sobol points.
      const draw = (index: number, place: number) => points.uniform(index, place);
      const rows = Array.from({ length: 256 }, (_, index) => index);
      const at = (u: number[]): number => ishigami(7, 0.1)(u);
      const [a, b] = [0, 3].map((from) => rows.map((r) => [0, 1, 2].map((i) => draw(r, from + i))));
      const mixed = [0, 1, 2].map((i) => rows.map((r) => at(a[r].with(i, b[r][i]))));
      const indices = sobolIndices(a.map(at), b.map(at), mixed, { stream: resampling, resamples: 200 });
      indices.forEach(({ first, total }, i) => {
        if (first.low! <= S1[i] && S1[i] <= first.high!) held++;
        if (total.low! <= ST[i] && ST[i] <= total.high!) held++;
      });
    }
    // Six intervals an experiment, correlated: their coverage is near 94 %, its error taken over experiments only.
    expect(held / (6 * experiments)).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / experiments));
  });

  test('are not available where nothing varies, and without interval for few rows', () => {
    const flat = indicesOf(() => 3, 2, 64);
    expect(flat[0].first).toEqual({ estimate: undefined, low: undefined, high: undefined });
    const few = indicesOf(linear, 3, 8);
    expect(few[2].total.estimate).toBeGreaterThan(0);
    expect(few[2].total.low).toBeUndefined();
    expect(() => sobolIndices([1, 2], [1], [], { stream: resampling })).toThrow(
      'responses: 1, expected 2 as many as to matrix A',
    );
  });
});

describe('Morris’s function', () => {
  const { points: published, muStarCheckedHere } = caseOf('morris_1991_function').expected as {
    points: { x: number[]; f: number }[];
    muStarCheckedHere: { muStar: number[] };
  };

  test('has the published values', () => {
    for (const { x, f } of published) expect(morris(x)).toBeCloseTo(f, 8);
  });

  test('has its factors told apart by μ*, with 20 trajectories', () => {
    const trajectories = morrisTrajectories({ factors: 20, trajectories: 20, stream: points });
    const effects = Array.from({ length: 20 }, () => [] as number[]);
    for (const steps of trajectories) {
      steps.slice(1).forEach(({ position, moved, by }, index) => {
        effects[moved].push((morris(position) - morris(steps[index].position)) / by);
      });
    }
    const sizes = effects.map((values) => elementaryEffects(values, resampling));
    const strong = sizes.slice(0, 10).map(({ size }) => size.low!);
    const weak = sizes.slice(10).map(({ size }) => size.high!);
    expect(Math.min(...strong)).toBeGreaterThan(Math.max(...weak));
    // Two samples of 20 and 60 trajectories: the published ones lie within four standard errors of ours.
    sizes.forEach(({ size, spread }, factor) => {
      expect(Math.abs(size.estimate! - muStarCheckedHere.muStar[factor])).toBeLessThan(
        Math.max(1, 4 * spread! * Math.sqrt(1 / 20 + 1 / 60)),
      );
    });
    // Factors 8 to 10 are linear, 1 to 7 interact.
    for (const { spread } of sizes.slice(7, 10)) expect(spread).toBeLessThan(10);
    for (const { spread } of sizes.slice(0, 7)) expect(spread).toBeGreaterThan(10);
  });
});

/** The function of Morris (1991) with the coefficients that the reference names. */
function morris(x: ArrayLike<number>): number {
  const w = Array.from(x, (value, i) =>
    [2, 4, 6].includes(i) ? 2 * ((1.1 * value) / (value + 0.1) - 0.5) : 2 * (value - 0.5),
  );
  let f = 0;
  for (let i = 0; i < 20; i++) {
    f += (i < 10 ? 20 : (-1) ** (i + 1)) * w[i];
    for (let j = i + 1; j < 20; j++) {
      f += (j < 6 ? -15 : (-1) ** (i + j + 2)) * w[i] * w[j];
      for (let l = j + 1; l < 5; l++) {
        f += -10 * w[i] * w[j] * w[l];
        for (let s = l + 1; s < 4; s++) f += 5 * w[i] * w[j] * w[l] * w[s];
      }
    }
  }
  return f;
}
