import { expect, test } from 'vitest';
import { largestClusterChart } from '../../src/plot/index.ts';
import { document, monthEnds, ramp } from './samples.ts';
import { expectSound } from './sound.ts';

const settings = { document };

test('the finding is the greatest round size and when', () => {
  expect(largestClusterChart({ ...settings, fan: ramp(80_000) }).title).toBe(
    'The largest single cluster has 50k GPUs by Aug 2026 in half of the runs',
  );
});

test('no cluster, nothing known, a single date, ten million GPUs', () => {
  const none = largestClusterChart({
    ...settings,
    fan: monthEnds(3).map((date) => ({ date, p10: 0, p50: 0, p90: 0 })),
  });
  expectSound(none);
  expect(none.title).toBe('Half of the runs have no usable cluster by Mar 2026');
  const unknown = largestClusterChart({ ...settings, fan: monthEnds(3).map((date) => ({ date })) });
  expectSound(unknown);
  expect(unknown.title).toBe('The median of the largest cluster is not known');
  expectSound(largestClusterChart({ ...settings, fan: ramp(9_000, 1) }));
  expectSound(largestClusterChart({ ...settings, fan: ramp(1e7) }));
});

test('no dates are refused', () => {
  expect(() => largestClusterChart({ ...settings, fan: [] })).toThrow(
    'largest cluster: no dates, expected at least one',
  );
});
