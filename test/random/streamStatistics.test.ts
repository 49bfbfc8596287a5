import { describe, expect, test } from 'vitest';
import { Streams } from '../../src/random/index.ts';

const COUNT = 40_000;
const seeds = ['1', '2', 'a longer seed', 'é'];

/** One number for each index, by what the index runs along. */
const ALONG: Record<string, (seed: string) => number[]> = {
  serials: (seed) => {
    const stream = new Streams({ seed }).open('c', 'e', 'p');
    return Array.from({ length: COUNT }, (_, i) => stream.uniform(i));
  },
  occurrences: (seed) => {
    const stream = new Streams({ seed }).open('c', 'e', 'p');
    return Array.from({ length: COUNT }, (_, i) => stream.uniform(7, i));
  },
  replications: (seed) => {
    const streams = new Streams({ seed });
    const stream = streams.open('c', 'e', 'p');
    // Across the boundary of 65,536, where the key changes.
    return Array.from({ length: COUNT }, (_, i) => {
      streams.begin(50_000 + i);
      return stream.uniform(3);
    });
  },
  streams: (seed) => {
    const streams = new Streams({ seed });
    return Array.from({ length: COUNT }, (_, i) => streams.open('c', `site-${i}`, 'p').uniform());
  },
};

const cases = Object.keys(ALONG).flatMap((along) => seeds.map((seed) => ({ along, seed })));

describe.each(cases)('along $along with seed $seed', ({ along, seed }) => {
  const values = ALONG[along](seed);

  test('draws are uniform: chi-square over 100 cells and the largest distance of the cdf', () => {
    const cells = 100;
    const counts = new Float64Array(cells);
    for (const u of values) counts[Math.floor(u * cells)]++;
    const chiSquare = counts.reduce((sum, count) => sum + (count - COUNT / cells) ** 2 / (COUNT / cells), 0);
    const degrees = cells - 1;
    expect(Math.abs(chiSquare - degrees)).toBeLessThan(4 * Math.sqrt(2 * degrees));
    const sorted = values.toSorted((a, b) => a - b);
    const distance = Math.max(...sorted.map((u, i) => Math.max((i + 1) / COUNT - u, u - i / COUNT)));
    // Kolmogorov: beyond 2.3/√n with probability 5e-5.
    expect(distance).toBeLessThan(2.3 / Math.sqrt(COUNT));
  });

  test('neighbours are uncorrelated at lags 1, 2 and 3', () => {
    for (const lag of [1, 2, 3]) {
      let sum = 0;
      for (let i = lag; i < COUNT; i++) sum += (values[i] - 0.5) * (values[i - lag] - 0.5);
      const correlation = (12 * sum) / (COUNT - lag);
      expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(COUNT));
    }
  });
});

test('streams whose names or seeds differ in one character are uncorrelated', () => {
  const pairs = [
    [new Streams({ seed: 's' }).open('c', 'e1', 'p'), new Streams({ seed: 's' }).open('c', 'e2', 'p')],
    [new Streams({ seed: 's' }).open('c', 'e', 'p'), new Streams({ seed: 't' }).open('c', 'e', 'p')],
    [new Streams({ seed: '1' }).open('c', 'e', 'p'), new Streams({ seed: '11' }).open('c', 'e', 'p')],
  ];
  for (const [a, b] of pairs) {
    let sum = 0;
    for (let i = 0; i < COUNT; i++) sum += (a.uniform(i) - 0.5) * (b.uniform(i) - 0.5);
    expect(Math.abs((12 * sum) / COUNT)).toBeLessThan(4 / Math.sqrt(COUNT));
  }
});
