import { availableParallelism } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import type { ThreadPool } from '../execution/index.ts';
import { blockWriter } from './blockBytes.ts';
import { csvLines, headerLine } from './csvLines.ts';
import type { WriteTask } from './csvThread.ts';
import type { RowBlock } from './rowBlock.ts';
import type { Table } from './table.ts';

/** So many characters are gathered before they are written: a call a line takes longer than the line. */
const CHUNK_CHARACTERS = 1 << 20;

/** Threads start after so many cells, which take about as long to write as threads take to start. */
const THREADS_AFTER = 2_000_000;

/** One thread can feed no more: reading, hashing and writing take it a fifth of the time that a block's text takes. */
const MOST_THREADS = 6;

/** So many blocks a thread are under way, so that none waits for the disk; they are what memory holds. */
const BLOCKS_AHEAD = 2;

/**
 * The bytes of the CSV file of a table, piece by piece, each gone when the next is asked for; the same whatever the
 * threads. Long tables in blocks are written by threads.
 *
 * @param workers threads, at most; this one alone where there is but one. Default all cores, and none inside a thread.
 * @throws what the rows throw; an error that names the table where a thread fails.
 */
export async function* csvBytes(
  table: Table,
  workers: number = isMainThread ? availableParallelism() : 1,
): AsyncGenerator<Uint8Array> {
  if (table.blocks === undefined) {
    yield* chunksOf(csvLines(table));
    return;
  }
  yield Buffer.from(headerLine(table));
  const threads = Math.min(workers, MOST_THREADS);
  const write = blockWriter();
  let cells = 0;
  let pool: ThreadPool<WriteTask, Uint8Array> | undefined;
  const underWay: Promise<Uint8Array>[] = [];
  // Buffers that have been read: new ones for every block are a fifth of all work, of the garbage collector.
  const free: ArrayBuffer[] = [];
  try {
    for (const block of table.blocks()) {
      if (threads < 2 || cells < THREADS_AFTER) {
        const bytes = write(block, free.pop());
        yield bytes;
        free.push(bytes.buffer as ArrayBuffer);
        cells += block.rows * block.columns.length;
        continue;
      }
      pool ??= await startPool(threads);
      const into = free.pop();
      const bytes = pool.run({ block, into }, [...buffersOf(block), ...(into === undefined ? [] : [into])]);
      // Who waits for it hears of its failure, whichever fails before.
      bytes.catch(() => {});
      underWay.push(bytes);
      if (underWay.length <= BLOCKS_AHEAD * threads) continue;
      const first = await written(underWay.shift()!, table);
      yield first;
      free.push(first.buffer as ArrayBuffer);
    }
    for (const bytes of underWay) yield await written(bytes, table);
  } finally {
    await pool?.destroy();
  }
}

function* chunksOf(lines: Iterable<string>): Generator<Uint8Array> {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(chunk);
    chunk = '';
  }
  yield Buffer.from(chunk);
}

async function startPool(workers: number): Promise<ThreadPool<WriteTask, Uint8Array>> {
  // Not with this file: a small table needs nothing of it.
  const { builtModules, threadPool, workerBeside } = await import('../execution/index.ts');
  const sources = [workerBeside(import.meta.url, 'csvThread')] as const;
  return threadPool({
    modules: (await builtModules(sources)) ?? sources,
    workers,
    // A cell leaves a short text behind and nothing else: 368 to 344 MB for the tables of 10⁵ replications, as fast.
    youngMegabytes: 4,
  });
}

function buffersOf({ columns }: RowBlock): ArrayBuffer[] {
  return columns.flatMap((column) => {
    if (column.kind === 'number') return column.values.buffer as ArrayBuffer;
    if (column.kind === 'date') return column.days.buffer as ArrayBuffer;
    return column.kind === 'choice' ? (column.chosen.buffer as ArrayBuffer) : [];
  });
}

async function written(bytes: Promise<Uint8Array>, { name }: Table): Promise<Uint8Array> {
  try {
    return await bytes;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${name}.csv: a thread that writes its rows failed (${reason})`, { cause: error });
  }
}
