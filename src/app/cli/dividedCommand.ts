import type { Shard } from '../../execution/index.ts';
import type { Precision } from '../precision.ts';
import type { PointsCommand } from './pointsCommand.ts';

/** What commands take whose replications may be run in shards, by array tasks or by a queue. */
export interface DividedCommand extends PointsCommand {
  readonly until?: Precision;
  readonly shard?: Shard;
  readonly queue?: string | true;
  readonly shards?: number;
  /** What was typed after `gigaramp`. */
  readonly words?: readonly string[];
}
