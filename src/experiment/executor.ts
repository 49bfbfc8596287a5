import type { Experiment, PlannedPoint } from './experiment.ts';
import type { Point } from './model.ts';

/** Replications `from ≤ r < to` of one point. */
export interface Chunk<S> {
  /** Experiment id: chunks of one experiment and point name have the same point and seed. */
  readonly experiment: string;
  readonly point: Point<S>;
  readonly seed: string;
  readonly from: number;
  readonly to: number;
}

/** A chunk of an experiment as a plain value, fit to be sent to another thread. */
export function chunkOf<S>(
  { id, seed }: Experiment<S>,
  { name, scenario, settings, atPlan, inputs, sample }: PlannedPoint<S>,
  { from, to }: { from: number; to: number },
): Chunk<S> {
  const point = { name, scenario, settings, atPlan, inputs, ...(sample === undefined ? {} : { sample }) };
  return { experiment: id, point, seed, from, to };
}

/** Where replications run. It knows nothing of records on disk. */
export interface Executor<S> {
  /** Chunks that it can run at the same time. */
  readonly workers: number;
  /**
   * Runs a chunk and gives its packed records one after the other.
   *
   * It may stop early at any replication after the first, and then gives fewer.
   */
  run(chunk: Chunk<S>): Promise<Float64Array>;
  close(): Promise<void>;
}

/** A model failed in one replication. */
export class ReplicationError extends Error {
  override readonly name = 'ReplicationError';
  readonly point: string;
  readonly replication: number;
  readonly reason: string;

  constructor(point: string, replication: number, reason: string) {
    super(`replication ${replication} of point ${point}: ${reason}`);
    this.point = point;
    this.replication = replication;
    this.reason = reason;
  }
}
