import { expect, test } from 'vitest';
import { beta, Streams } from '../../src/random/index.ts';
import { pairedDifference, pairedShares, shareOfMeans } from '../../src/statistics/index.ts';

const streams = new Streams({ seed: 'paired shares' });
const common = streams.open('shares', 'experiment', 'common');
const size = streams.open('shares', 'experiment', 'size');

test('of wholes that are all 1 it is the paired difference of the parts', () => {
  const [now, before] = [
    [0.2, 0.5, 0.4, 0.9, 0.3],
    [0.1, 0.5, 0.2, 0.4, 0.4],
  ] as const;
  const whole = [1, 1, 1, 1, 1];
  const found = pairedShares({ part: now, whole }, { part: before, whole });
  const { estimate, low, high } = pairedDifference(now, before);
  expect(found.estimate).toBeCloseTo(estimate!, 14);
  expect(found.low).toBeCloseTo(low!, 14);
  expect(found.high).toBeCloseTo(high!, 14);
});

test('of the same sample it is exactly nothing, and of two it is the difference of their shares', () => {
  const own = { part: [1, 2, 0, 4], whole: [2, 2, 5, 8] };
  expect(pairedShares(own, own)).toEqual({ estimate: 0, low: 0, high: 0 });
  const other = { part: [1, 1, 1, 1], whole: [4, 2, 2, 8] };
  expect(pairedShares(own, other).estimate).toBeCloseTo(7 / 17 - 4 / 16, 14);
});

test('is not available where a share is not, and has no bounds where one replication says all', () => {
  const none = { part: [0, 0], whole: [0, 0] };
  const some = { part: [1, 2], whole: [2, 2] };
  expect(pairedShares(none, some).estimate).toBeUndefined();
  const single = { part: [0, 1], whole: [0, 2] };
  expect(pairedShares(single, some)).toEqual({ estimate: -0.25, low: undefined, high: undefined });
  expect(() => pairedShares(some, { part: [1], whole: [1] })).toThrow(
    'pairs: samples of unlike sizes, expected 2 values in each',
  );
});

test('with weights is the difference of the weighted shares, and with equal ones what it is without', () => {
  const own = { part: [1, 2, 0, 4], whole: [2, 2, 5, 8] };
  const other = { part: [1, 1, 1, 1], whole: [4, 2, 2, 8] };
  const doubled = pairedShares(own, other, [2, 1, 1, 0]);
  expect(doubled.estimate).toBeCloseTo(4 / 11 - 4 / 12, 14);
  const alike = pairedShares(own, other, [3, 3, 3, 3]);
  const plain = pairedShares(own, other);
  for (const end of ['estimate', 'low', 'high'] as const) expect(alike[end]).toBeCloseTo(plain[end]!, 12);
});

test('covers the difference as often as it says, and is narrower for common draws', () => {
  const [experiments, pairs] = [600, 200];
  const [low, high] = [beta(2, 6), beta(3, 5)];
  // E[part] / E[whole] with part = share × whole and independent shares: the mean of the beta.
  const truth = 3 / 8 - 2 / 8;
  let covered = 0;
  let narrower = 0;
  for (let experiment = 0; experiment < experiments; experiment++) {
    streams.begin(experiment);
    const drawn = Array.from({ length: pairs }, (_, i) => ({
      whole: 1 + 9 * size.uniform(i),
      now: common.draw(high, i),
      before: common.draw(low, i),
    }));
    const whole = drawn.map((one) => one.whole);
    const now = { part: drawn.map((one) => one.now * one.whole), whole };
    const before = { part: drawn.map((one) => one.before * one.whole), whole };
    const found = pairedShares(now, before);
    if (found.low! <= truth && truth <= found.high!) covered++;
    const widthOf = ({ part }: typeof now): number => {
      const share = shareOfMeans(part, whole);
      return share.high! - share.low!;
    };
    if (found.high! - found.low! < Math.hypot(widthOf(now), widthOf(before))) narrower++;
  }
  const error = Math.sqrt((0.95 * 0.05) / experiments);
  expect(Math.abs(covered / experiments - 0.95)).toBeLessThan(4 * error);
  expect(narrower).toBe(experiments);
});
