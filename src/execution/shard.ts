import { listText } from '../wording/index.ts';
import { InputError } from '../experiment/index.ts';
import type { Range } from '../record/index.ts';

/** One of `count` parts of a run, numbered from 0: what one task of an array computes. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** More is a slip of the finger, and no scheduler has arrays so long. */
const mostShards = 1_000_000;

/**
 * The shard that a text names: `i/n`, or `auto` for what the scheduler's variables say.
 *
 * @throws InputError on anything else.
 * @example shardFrom('2/7'); // { index: 2, count: 7 }
 */
export function shardFrom(text: string, environment: Readonly<NodeJS.ProcessEnv> = {}): Shard {
  if (text === 'auto') return arrayTask(environment);
  const [, index, count] = /^(\d{1,16})\/(\d{1,16})$/.exec(text.trim()) ?? [];
  return checked({ index: Number(index), count: Number(count) }, text);
}

/** How a shard is written: `2/7`. */
export function shardText({ index, count }: Shard): string {
  return `${index}/${count}`;
}

/**
 * The items that a shard has of `total`, numbered from 0. The shards of one count cover them in order, each once, and
 * differ by one in length at most; where there are more shards than items, some are empty.
 *
 * @example shardRange({ index: 1, count: 3 }, 10); // { from: 4, to: 7 }
 */
export function shardRange({ index, count }: Shard, total: number): Range {
  const least = Math.floor(total / count);
  const longer = total % count;
  const start = (shard: number): number => shard * least + Math.min(shard, longer);
  return { from: start(index), to: start(index + 1) };
}

/** The shard, of so many, that has an item. */
export function shardOf(item: number, count: number, total: number): number {
  const least = Math.floor(total / count);
  const longer = total % count;
  const inLonger = longer * (least + 1);
  return item < inLonger ? Math.floor(item / (least + 1)) : longer + Math.floor((item - inLonger) / least);
}

/**
 * What a shard has of several lists that are counted through one after the other, such as the replications of every
 * point.
 *
 * @example shardRanges({ index: 1, count: 2 }, [3, 3]); // [{ from: 3, to: 3 }, { from: 0, to: 3 }]
 */
export function shardRanges(shard: Shard, lengths: readonly number[]): Range[] {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const { from, to } = shardRange(shard, total);
  let start = 0;
  return lengths.map((length) => {
    const within = (item: number): number => Math.min(Math.max(item - start, 0), length);
    const range = { from: within(from), to: within(to) };
    start += length;
    return range;
  });
}

/** Variables by which a scheduler tells a task its place in an array. */
interface Scheduler {
  readonly name: string;
  readonly index: string;
  readonly count: string;
  /** Slurm's arrays may begin at any number and go in steps. */
  readonly first?: string;
  readonly last?: string;
  readonly step?: string;
}

const schedulers: readonly Scheduler[] = [
  {
    name: 'Slurm',
    index: 'SLURM_ARRAY_TASK_ID',
    count: 'SLURM_ARRAY_TASK_COUNT',
    first: 'SLURM_ARRAY_TASK_MIN',
    last: 'SLURM_ARRAY_TASK_MAX',
    step: 'SLURM_ARRAY_TASK_STEP',
  },
  // Kubernetes tells a pod its index and not how many there are: the job has to say it.
  { name: 'Kubernetes', index: 'JOB_COMPLETION_INDEX', count: 'JOB_COMPLETIONS' },
  { name: 'AWS Batch', index: 'AWS_BATCH_JOB_ARRAY_INDEX', count: 'AWS_BATCH_JOB_ARRAY_SIZE' },
];

/** The scheduler in one of whose array tasks we are, where we are in one. */
export function arrayScheduler(environment: Readonly<NodeJS.ProcessEnv>): string | undefined {
  return schedulersIn(environment)[0]?.name;
}

function schedulersIn(environment: Readonly<NodeJS.ProcessEnv>): Scheduler[] {
  return schedulers.filter(({ index }) => (environment[index] ?? '') !== '');
}

function arrayTask(environment: Readonly<NodeJS.ProcessEnv>): Shard {
  const found = schedulersIn(environment);
  const [scheduler] = found;
  if (scheduler === undefined) {
    const names = schedulers.map(({ index }) => index).join(', ');
    throw new InputError(`shard: auto outside an array task (none of ${names} is set), expected i/n`);
  }
  if (found.length > 1) {
    throw new InputError(
      `shard: auto in arrays of ${listText(found.map(({ name }) => name))} at once, expected i/n`,
    );
  }
  const read = (name: string | undefined, usual?: number): number =>
    variable(environment, name, usual, scheduler.name);
  const count = read(scheduler.count);
  const first = read(scheduler.first, 0);
  const step = read(scheduler.step, 1);
  const last = read(scheduler.last, first + (count - 1) * step);
  const index = (read(scheduler.index) - first) / step;
  if (last !== first + (count - 1) * step || !Number.isInteger(index)) {
    // Tasks 3 and 5 alone would take themselves for the whole.
    throw new InputError(
      `shard: auto in an array with gaps (${count} tasks from ${first} to ${last}), expected i/n with the n of the whole array`,
    );
  }
  return checked(
    { index, count },
    `${scheduler.index} ${environment[scheduler.index]} of ${environment[scheduler.count]}`,
  );
}

function variable(
  environment: Readonly<NodeJS.ProcessEnv>,
  name: string | undefined,
  usual: number | undefined,
  scheduler: string,
): number {
  const text = name === undefined ? undefined : environment[name];
  if (text === undefined && usual !== undefined) return usual;
  if (text === undefined) {
    throw new InputError(`${name}: not set, expected the number of tasks of the ${scheduler} array`);
  }
  if (!/^\d{1,16}$/.test(text)) throw new InputError(`${name}: "${text}", expected a whole number`);
  return Number(text);
}

function checked(shard: Shard, text: string): Shard {
  const { index, count } = shard;
  if (!(count >= 1 && count <= mostShards && index >= 0 && index < count)) {
    throw new InputError(
      `shard: ${text}, expected i/n with 0 ≤ i < n ≤ ${mostShards}, such as 0/7, or auto in an array task`,
    );
  }
  return shard;
}
