import { expect, test } from 'vitest';
import { reliabilityChart } from '../../src/plot/index.ts';
import { document } from './samples.ts';
import { expectSound } from './sound.ts';

/** Shares that are known to a tenth either way. */
const draw = (shares: readonly (readonly [probability: number, came: number])[], width?: number) =>
  reliabilityChart({
    document,
    width,
    points: shares.map(([probability, estimate]) => ({
      probability,
      came: { estimate, low: Math.max(0, estimate - 0.1), high: Math.min(1, estimate + 0.1) },
    })),
  });

test.each([
  [
    'Campuses came about as often as was stated; farthest off: where 80 % was stated, 73 % had come',
    [
      [0.2, 0.25],
      [0.8, 0.73],
    ],
  ],
  [
    'Campuses came clearly sooner than stated at 1 of 2 probabilities: where 20 % was stated, 34 % had come',
    [
      [0.2, 0.34],
      [0.8, 0.73],
    ],
  ],
  [
    'Campuses came clearly later than stated at 2 of 2 probabilities: where 80 % was stated, 50 % had come',
    [
      [0.2, 0.05],
      [0.8, 0.5],
    ],
  ],
  [
    'Campuses came clearly sooner or later than stated at 2 of 2 probabilities: where 80 % was stated, 60 % had come',
    [
      [0.2, 0.35],
      [0.8, 0.6],
    ],
  ],
] as const)('the finding: %s', (title, shares) => {
  expect(draw(shares).title).toBe(title);
});

test('who does not see it reads every share with its interval', () => {
  expect(draw([[0.2, 0.34]]).alternative).toContain('20 % stated: 34 % (24 % to 44 %).');
});

test('one probability, and shares at the edges, at every width', () => {
  const edges = [
    [0.1, 0],
    [0.5, 0],
    [0.9, 1],
    [0.99, 1],
  ] as const;
  for (const width of [240, 344, 800])
    for (const shares of [edges, [[0.5, 0.5]] as const]) expectSound(draw(shares, width));
});

test('no probabilities, and a share that is not known, are refused', () => {
  expect(() => draw([])).toThrow('reliability: no probabilities, expected at least one');
  expect(() => reliabilityChart({ document, points: [{ probability: 0.5, came: {} }] })).toThrow(
    'reliability: no share at 0.5, expected one',
  );
});
