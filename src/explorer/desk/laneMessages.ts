import type { Chunk } from '../../experiment/executor.ts';
import type { Point } from '../../experiment/model.ts';

/** What a lane is asked: a chunk, without its point where that is the point of the chunk before. */
export type LaneRequest<S> = Omit<Chunk<S>, 'point'> & { readonly point: Point<S> | undefined };

/** What a lane answers to a chunk. */
export type LaneReply =
  | { readonly kind: 'packed'; readonly packed: Float64Array }
  | {
      readonly kind: 'failed';
      readonly point: string;
      readonly replication: number;
      readonly reason: string;
    };
