// From the files and not from the room's index, which would make every thread load what writes records.
import { ReplicationError, type Chunk } from '../experiment/executor.ts';
import type { Model } from '../experiment/model.ts';
import { replicator } from '../experiment/replicate.ts';
import { Simulation } from '../kernel/index.ts';

/**
 * A chunk ends at the next replication after so long, so that a run can be stopped and loses little when it is
 * killed.
 */
const chunkBudgetMilliseconds = 1000;

/**
 * Makes the function that runs chunks of a model one after the other on one reused simulation.
 *
 * @throws ReplicationError from that function when the model fails.
 */
export function chunkRunner<S>(model: Model<S>): (chunk: Chunk<S>) => Float64Array {
  const simulation = new Simulation();
  let last: { key: string; replicate: ReturnType<typeof replicator> } | undefined;
  return ({ experiment, point, seed, from, to }) => {
    // Streams that are open stay open for the next chunk of the point: with short chunks that is a tenth of the time.
    const key = `${experiment} ${point.name}`;
    if (last?.key !== key) last = { key, replicate: replicator(model, simulation, point, seed) };
    const { replicate } = last;
    const started = performance.now();
    let packed = new Float64Array(0);
    let used = 0;
    for (let replication = from; replication < to; replication++) {
      const record = attempt(replicate, point.name, replication);
      if (replication === from) packed = new Float64Array(record.length * (to - from));
      packed.set(record, used);
      used += record.length;
      if (performance.now() - started > chunkBudgetMilliseconds) break;
    }
    return used === packed.length ? packed : packed.slice(0, used);
  };
}

function attempt(
  replicate: (replication: number) => Float64Array,
  point: string,
  replication: number,
): Float64Array {
  try {
    return replicate(replication);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ReplicationError(point, replication, reason);
  }
}
