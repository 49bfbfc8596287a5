import { positiveInteger } from './numbers.ts';

/** Computes a run through a queue that workers on any machines take parts from. */
export const queueOption = [
  '--queue [url]',
  'compute it with all workers of a queue on PostgreSQL: postgres://… (default: GIGARAMP_QUEUE), or embedded[:address[:port]] for one that is started here',
] as const;

export const shardsOption = [
  '--shards <count>',
  'parts of a run with --queue (default: one for 100 replications, 100 to 10000, and none above 64 MB)',
  positiveInteger,
] as const;
