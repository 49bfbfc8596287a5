import { shardFrom, type Shard } from '../../execution/index.ts';

/** Runs a part of the replications; the tables are for `merge` to make. */
export const shardOption = [
  '--shard <i/n>',
  'run part i of n (from 0) into the folder that all parts share, for merge; auto: as the array task of Slurm, Kubernetes or AWS Batch says',
  (text: string): Shard => shardFrom(text, process.env),
] as const;
