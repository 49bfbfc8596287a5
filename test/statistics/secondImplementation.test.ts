import { quantileSorted, sampleVariance } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { Streams } from '../../src/random/index.ts';
import { moments, quantile7 } from '../../src/statistics/index.ts';

const streams = new Streams({ seed: 'second implementation' });
streams.begin(0);
const stream = streams.open('test', 'sample', 'values');
const sample = Float64Array.from({ length: 501 }, (_, i) => stream.normal(i)).sort();

describe('a second implementation agrees', () => {
  test.each([0.2, 0.4, 0.6, 0.8])(
    'on the type 7 quantile at %f where it falls on an order statistic',
    (p) => {
      // simple-statistics takes type 7 too; here (n − 1)·p is an integer, and neither interpolates.
      expect(quantile7(sample, p)).toBeCloseTo(quantileSorted([...sample], p), 12);
    },
  );

  test('on the sample variance', () => {
    expect(moments(sample).variance).toBeCloseTo(sampleVariance([...sample]), 12);
  });
});
