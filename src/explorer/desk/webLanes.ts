import { ReplicationError, type Chunk, type Executor } from '../../experiment/executor.ts';
import type { LaneReply, LaneRequest } from './laneMessages.ts';

/** Replications that a lane computes before it looks up: a new question waits for no more. */
const longestTurn = 4;

interface Lane {
  readonly worker: Worker;
  isBusy: boolean;
  /** Of the point that it has: copying a scenario to a thread takes half as long as a replication. */
  pointKey: string | undefined;
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
      const lane: Lane = { worker: start(), isBusy: true, pointKey: undefined };
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
        const reply = await turn(lane, { ...chunk, to: Math.min(chunk.to, chunk.from + longestTurn) });
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

async function turn<S>(lane: Lane, chunk: Chunk<S>): Promise<LaneReply> {
  const { worker } = lane;
  const pointKey = `${chunk.experiment} ${chunk.point.name}`;
  const point = lane.pointKey === pointKey ? undefined : chunk.point;
  lane.pointKey = pointKey;
  const request: LaneRequest<S> = { ...chunk, point };
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
    worker.postMessage(request);
  });
}
