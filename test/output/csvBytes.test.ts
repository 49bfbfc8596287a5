import { createHash } from 'node:crypto';
import type { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { csvBytes } from '../../src/output/csvBytes.ts';
import { cellsOf, type BlockColumn, type RowBlock } from '../../src/output/rowBlock.ts';
import type { Table } from '../../src/output/index.ts';

const ROWS = 20_000;
const VALUES = Float64Array.from({ length: ROWS + 1 }, (_, row) => Math.sin(row) * 1000);

/** Of so many blocks, one of which begins on a date that is none, where that is asked for. */
function tableOf(count: number, wrong = -1): Table {
  const blocks = function* (): Generator<RowBlock> {
    for (let index = 0; index < count; index++) {
      const values = (first: number): Float64Array => VALUES.slice(first, first + ROWS);
      yield {
        rows: ROWS,
        columns: [
          { kind: 'same', cell: 'point, é' },
          { kind: 'count', from: index * ROWS },
          {
            kind: 'choice',
            texts: ['a', 'b'],
            chosen: Uint8Array.from({ length: ROWS }, (_, row) => row % 2),
          },
          { kind: 'number', values: values(0) },
          { kind: 'number', values: values(1) },
          ...Array.from({ length: 20 }, (): BlockColumn => ({ kind: 'same', cell: 1 })),
          { kind: 'date', days: values(0), startDate: index === wrong ? 'never' : '2026-01-01' },
        ],
      };
    }
  };
  return {
    name: 'long',
    description: '',
    fields: [],
    blocks,
    *rows() {
      for (const block of blocks()) yield* cellsOf(block);
    },
  };
}

async function hashed(table: Table, workers?: number): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of csvBytes(table, workers)) hash.update(bytes);
  return hash.digest('hex');
}

/** How many threads start meanwhile, and how many of them are still there afterwards. */
async function threadsOf(work: () => Promise<unknown>): Promise<{ started: number; left: number }> {
  const threads: Worker[] = [];
  const count = (thread: Worker): void => void threads.push(thread);
  process.on('worker', count);
  try {
    await work();
  } finally {
    process.off('worker', count);
  }
  return { started: threads.length, left: threads.filter(({ threadId }) => threadId !== -1).length };
}

test('a long table has the same bytes with 0, 1, 2 and 3 threads, and row by row', async () => {
  const table = tableOf(8);
  const { blocks: _, ...byRow } = table;
  const expected = await hashed(byRow);
  for (const workers of [0, 1, 2, 3]) expect(await hashed(table, workers), `${workers}`).toBe(expected);
});

test('a long table is written by threads where there is more than one, a short one by none', async () => {
  expect(await threadsOf(async () => await hashed(tableOf(7), 2))).toEqual({ started: 2, left: 0 });
  expect(await threadsOf(async () => await hashed(tableOf(7), 1))).toEqual({ started: 0, left: 0 });
  expect(await threadsOf(async () => await hashed(tableOf(3)))).toEqual({ started: 0, left: 0 });
});

test('a thread that fails is named with its table and the reason, and all threads end', async () => {
  const { left } = await threadsOf(async () => {
    await expect(hashed(tableOf(12, 7), 2)).rejects.toThrow(
      'long.csv: a thread that writes its rows failed (start date: never, expected a date such as 2025-11-03)',
    );
  });
  expect(left).toBe(0);
});

test('all threads end where nobody reads on', async () => {
  const { started, left } = await threadsOf(async () => {
    let pieces = 0;
    for await (const _ of csvBytes(tableOf(12), 2)) if (++pieces === 8) break;
  });
  expect(started).toBe(2);
  expect(left).toBe(0);
});
