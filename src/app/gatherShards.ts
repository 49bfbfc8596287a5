import { blocksOf, openDiskStore, wholeBlocks, type Found } from '../experiment/index.ts';
import type { Range } from '../record/index.ts';
import { shardBlocks, type Database } from '../queue/index.ts';
import { missingShards, shareOf, type Work } from './shardWork.ts';

/** A folder into which the records of shards come from a queue. */
export interface Gathering {
  /** Shards of which replications are missing: how many. */
  readonly missing: ReadonlyMap<number, number>;
  readonly found: Found;
  /** Brings the records of shards that are finished; what came before it was broken off is not brought twice. */
  gather(database: Database, run: string, shards: readonly number[]): Promise<void>;
  /** Keeps what there is of blocks that will not be whole. */
  flush(): void;
}

/**
 * Opens a folder for the shards that are missing in it. They may come in any order, and lie there afterwards in the
 * blocks that a shard of any size writes; memory holds those that have begun.
 *
 * @throws InputError when the folder holds another experiment.
 */
export function openGathering<S>(work: Work<S>, shards: number): Gathering {
  const { experiment, folder, replications } = work;
  const ranges = experiment.points.map(() => [{ from: 0, to: replications }]);
  const { store, found } = openDiskStore({ folder, experiment, ranges });
  const missing = missingShards(work, shards, ({ name }) => store.missing(name, replications));
  const asked = [...missing.keys()].map((index) => shareOf({ index, count: shards }, work));
  const blocks = experiment.points.map(({ layout }, point) =>
    joined(asked.flatMap((share) => share[point]!)).flatMap((range) => blocksOf(range, layout)),
  );
  const kept = wholeBlocks(store, experiment.points, blocks);
  const brought = new Set<string>();
  return {
    missing,
    found,
    async gather(database, run, finished) {
      for await (const { point, first, packed } of shardBlocks(database, run, finished)) {
        const key = `${point} ${first}`;
        if (brought.has(key)) continue;
        kept.write(experiment.points[point]!.name, first, packed);
        brought.add(key);
      }
    },
    flush: () => kept.flush(),
  };
}

/** Ranges in order, those that touch as one. */
function joined(ranges: readonly Range[]): Range[] {
  const whole: Range[] = [];
  for (const range of ranges) {
    const last = whole.at(-1);
    if (last?.to === range.from) whole[whole.length - 1] = { from: last.from, to: range.to };
    else whole.push(range);
  }
  return whole;
}
