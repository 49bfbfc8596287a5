import { ReplicationError, type Chunk, type Executor } from '../../experiment/executor.ts';
import type { LaneReply } from './laneReply.ts';

/** Replications that a lane computes before it looks up: a new question waits for no more. */
const longestTurn = 4;

interface Lane {
  readonly worker: Worker;
  isBusy: boolean;
}

/** Runs chunks on Web Workers, which start when there is work for them and stay. */
export function webLanes<S>({ workers, start }: { workers: number; start: () => Worker }): Executor<S> {
  const lanes: Lane[] = [];
  const waiting: ((lane: Lane) => void)[] = [];

  const free = (lane: Lane): void => {
    const next = waiting.shift();
    lane.isBusy = next !== undefined;
    next?.(lane);
  };

  const taken = async (): Promise<Lane> => {
    const idle = lanes.find(({ isBusy }) => !isBusy);
    if (idle !== undefined) {
      idle.isBusy = true;
      return idle;
    }
    if (lanes.length < workers) {
      const lane = { worker: start(), isBusy: true };
      lanes.push(lane);
      return lane;
    }
    return await new Promise((resolve) => waiting.push(resolve));
  };

  return {
    workers,
    async run(chunk) {
      const lane = await taken();
      try {
        const reply = await turn(lane.worker, { ...chunk, to: Math.min(chunk.to, chunk.from + longestTurn) });
        if (reply.kind === 'packed') return reply.packed;
        throw new ReplicationError(reply.point, reply.replication, reply.reason);
      } finally {
        free(lane);
      }
    },
    async close() {
      for (const { worker } of lanes.splice(0)) worker.terminate();
    },
  };
}

async function turn<S>(worker: Worker, chunk: Chunk<S>): Promise<LaneReply> {
  return await new Promise((resolve, reject) => {
    const heard = new AbortController();
    const once = { once: true, signal: heard.signal };
    const over = (): void => heard.abort();
    worker.addEventListener('message', ({ data }: MessageEvent<LaneReply>) => resolve(data), once);
    worker.addEventListener('message', over, once);
    const failed = ({ message }: ErrorEvent): void =>
      reject(new Error(`worker: ${message || 'did not start'}`));
    worker.addEventListener('error', failed, once);
    worker.addEventListener('error', over, once);
    worker.postMessage(chunk);
  });
}
