import { move } from 'piscina';
import { ReplicationError, type Chunk } from '../experiment/executor.ts';
import { chunkRunner } from './chunkRunner.ts';
import { loadModel, type ModelSource } from './modelSource.ts';

/** What the pool sends to a thread. */
export interface WorkerTask {
  readonly source: ModelSource;
  readonly chunk: Chunk<unknown>;
}

/** What a thread sends back instead of packed records when a replication failed. */
export interface Failure {
  readonly point: string;
  readonly replication: number;
  readonly reason: string;
}

type Handler = (task: WorkerTask) => Promise<Float64Array | Failure>;

function createHandler(): Handler {
  let loaded: { key: string; run: ReturnType<typeof chunkRunner> } | undefined;
  return async ({ source, chunk }) => {
    const key = `${source.module}#${source.export}`;
    if (loaded?.key !== key) loaded = { key, run: chunkRunner(await loadModel<unknown>(source)) };
    try {
      return move(loaded.run(chunk)) as Float64Array;
    } catch (error) {
      if (!(error instanceof ReplicationError)) throw error;
      const { point, replication, reason } = error;
      return { point, replication, reason };
    }
  };
}

const handler: Handler = createHandler();
export default handler;
