import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shardFrom, shardOf, shardRange, shardRanges, shardText } from '../../src/execution/index.ts';
import { InputError } from '../../src/experiment/index.ts';

const counts = fc.integer({ min: 1, max: 1000 });
const lengths = fc.array(fc.nat(300), { minLength: 1, maxLength: 12 });
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const all = (count: number) => Array.from({ length: count }, (_, index) => ({ index, count }));

describe('the shards of a run', () => {
  test('are every item once, in order, for any count, in parts that differ by one at most', () => {
    fc.assert(
      fc.property(counts, fc.nat(100_000), (count, total) => {
        const ranges = all(count).map((shard) => shardRange(shard, total));
        let next = 0;
        for (const { from, to } of ranges) {
          expect(from).toBe(next);
          next = to;
        }
        expect(next).toBe(total);
        const sizes = ranges.map(({ from, to }) => to - from);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('cover the replications of every point once', () => {
    fc.assert(
      fc.property(counts, lengths, (count, points) => {
        const seen = points.map((length) => new Uint8Array(length));
        for (const shard of all(count)) {
          shardRanges(shard, points).forEach(({ from, to }, point) => {
            for (let item = from; item < to; item++) seen[point]![item]!++;
          });
        }
        expect(seen.every((items) => items.every((times) => times === 1))).toBe(true);
      }),
    );
  });

  test('are found again from an item', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 5000 }), fc.nat(), (count, total, some) => {
        const item = some % total;
        const { from, to } = shardRange({ index: shardOf(item, count, total), count }, total);
        expect(from <= item && item < to).toBe(true);
      }),
    );
  });

  test('are some of them empty where there are more than items', () => {
    const ranges = all(5).map((shard) => shardRange(shard, 3));
    expect(ranges.map(({ from, to }) => to - from)).toEqual([1, 1, 1, 0, 0]);
    expect(sum(shardRanges({ index: 4, count: 5 }, [1, 2]).map(({ from, to }) => to - from))).toBe(0);
  });

  test('stay exact at a thousand million replications of a thousand points', () => {
    const total = 2 ** 32 * 1000;
    expect(shardRange({ index: 999_999, count: 1_000_000 }, total).to).toBe(total);
    expect(shardOf(total - 1, 1_000_000, total)).toBe(999_999);
  });
});

describe('a shard as it is written', () => {
  test('is i/n', () => {
    expect(shardFrom('2/7')).toEqual({ index: 2, count: 7 });
    expect(shardText({ index: 2, count: 7 })).toBe('2/7');
  });

  test.each(['', '7', '7/7', '-1/7', '1/0', '1.5/7', '0/1000001', '1/7/2', 'a/b', '0x1/7', '1e3/7'])(
    'is not "%s"',
    (text) => {
      expect(() => shardFrom(text)).toThrow(InputError);
      expect(() => shardFrom(text)).toThrow(/^shard: .*expected i\/n with 0 ≤ i < n/);
    },
  );
});

describe('--shard auto', () => {
  test('reads Slurm, whatever number its array begins with and whatever its step', () => {
    const slurm = (id: string, count: string, min: string, max: string, step = '1') => ({
      SLURM_ARRAY_TASK_ID: id,
      SLURM_ARRAY_TASK_COUNT: count,
      SLURM_ARRAY_TASK_MIN: min,
      SLURM_ARRAY_TASK_MAX: max,
      SLURM_ARRAY_TASK_STEP: step,
    });
    expect(shardFrom('auto', slurm('3', '7', '0', '6'))).toEqual({ index: 3, count: 7 });
    expect(shardFrom('auto', slurm('3', '7', '1', '7'))).toEqual({ index: 2, count: 7 });
    expect(shardFrom('auto', slurm('8', '4', '2', '8', '2'))).toEqual({ index: 3, count: 4 });
    expect(() => shardFrom('auto', slurm('5', '2', '3', '5'))).toThrow(
      'shard: auto in an array with gaps (2 tasks from 3 to 5), expected i/n with the n of the whole array',
    );
  });

  test('reads Slurm without the variables that an older one lacks', () => {
    const environment = { SLURM_ARRAY_TASK_ID: '3', SLURM_ARRAY_TASK_COUNT: '7' };
    expect(shardFrom('auto', environment)).toEqual({ index: 3, count: 7 });
  });

  test('reads the index of Kubernetes, and the count that its job has to give', () => {
    expect(shardFrom('auto', { JOB_COMPLETION_INDEX: '6', JOB_COMPLETIONS: '7' })).toEqual({
      index: 6,
      count: 7,
    });
    expect(() => shardFrom('auto', { JOB_COMPLETION_INDEX: '6' })).toThrow(
      'JOB_COMPLETIONS: not set, expected the number of tasks of the Kubernetes array',
    );
  });

  test('reads AWS Batch', () => {
    const environment = { AWS_BATCH_JOB_ARRAY_INDEX: '0', AWS_BATCH_JOB_ARRAY_SIZE: '10000' };
    expect(shardFrom('auto', environment)).toEqual({ index: 0, count: 10_000 });
  });

  test('refuses no array, two arrays, and values that make no sense', () => {
    expect(() => shardFrom('auto', {})).toThrow(/^shard: auto outside an array task/);
    expect(() =>
      shardFrom('auto', {
        JOB_COMPLETION_INDEX: '0',
        JOB_COMPLETIONS: '7',
        AWS_BATCH_JOB_ARRAY_INDEX: '0',
        AWS_BATCH_JOB_ARRAY_SIZE: '7',
      }),
    ).toThrow('shard: auto in arrays of Kubernetes and AWS Batch at once, expected i/n');
    expect(() => shardFrom('auto', { JOB_COMPLETION_INDEX: '-1', JOB_COMPLETIONS: '7' })).toThrow(
      'JOB_COMPLETION_INDEX: "-1", expected a whole number',
    );
    expect(() => shardFrom('auto', { JOB_COMPLETION_INDEX: '7', JOB_COMPLETIONS: '7' })).toThrow(
      /^shard: JOB_COMPLETION_INDEX 7 of 7, expected i\/n/,
    );
  });
});
