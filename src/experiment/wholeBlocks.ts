import type { PlannedPoint } from './experiment.ts';
import type { Layout, Range, RecordStore } from '../record/index.ts';

/**
 * Bytes of a block: long enough for one read of a column to be worth its while, and gone at most when a task is killed.
 */
const blockBytes = 8e6;
/** More replications are too much work to lose. */
const longestBlock = 10_000;

/**
 * Cuts replications into the blocks that a shard writes: at multiples of a length that the width of a record decides,
 * so that they are the same whoever computes them.
 *
 * @example blocksOf({ from: 9_000, to: 21_000 }, layout); // 9,000–10,000, 10,000–20,000, 20,000–21,000
 */
export function blocksOf({ from, to }: Range, { width }: Layout): Range[] {
  const length = Math.min(longestBlock, Math.max(1, Math.floor(blockBytes / (width * 8))));
  const blocks: Range[] = [];
  for (let start = from; start < to;) {
    const end = Math.min((Math.floor(start / length) + 1) * length, to);
    blocks.push({ from: start, to: end });
    start = end;
  }
  return blocks;
}

interface OpenBlock extends Range {
  readonly packed: Float64Array;
  /** What of it is there, each replication once. */
  readonly parts: Range[];
  missing: number;
}

/**
 * Lets a store keep whole blocks only, which come in parts and in any order: thousands of small files are what shared
 * file systems like least. Memory holds those that have begun.
 *
 * @param blocks for each point, ranges that no part goes beyond
 */
export function wholeBlocks<S>(
  store: RecordStore,
  points: readonly PlannedPoint<S>[],
  blocks: readonly (readonly Range[])[],
): RecordStore & { flush: () => void } {
  const open = new Map<string, OpenBlock>();
  const widths = new Map(points.map(({ name, layout }, index) => [name, { width: layout.width, index }]));
  const keep = (point: string, { packed, from, parts }: OpenBlock): void => {
    const { width } = widths.get(point)!;
    for (const part of joined(parts)) {
      store.write(point, part.from, packed.subarray((part.from - from) * width, (part.to - from) * width));
    }
  };
  return {
    ...store,
    write(point, from, packed) {
      const { width, index } = widths.get(point)!;
      const block = blocks[index].find((range) => range.from <= from && from < range.to)!;
      const key = `${index} ${block.from}`;
      const started = open.get(key) ?? {
        ...block,
        packed: new Float64Array((block.to - block.from) * width),
        parts: [],
        missing: block.to - block.from,
      };
      open.set(key, started);
      const rows = packed.length / width;
      started.packed.set(packed, (from - block.from) * width);
      started.parts.push({ from, to: from + rows });
      started.missing -= rows;
      if (started.missing > 0) return;
      open.delete(key);
      keep(point, started);
    },
    /** Keeps what there is of blocks that will not be finished. */
    flush() {
      for (const [key, block] of open) keep(points[Number(key.split(' ')[0])].name, block);
      open.clear();
    },
  };
}

function joined(parts: readonly Range[]): Range[] {
  const whole: Range[] = [];
  for (const part of parts.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last?.to === part.from) whole[whole.length - 1] = { from: last.from, to: part.to };
    else whole.push(part);
  }
  return whole;
}
