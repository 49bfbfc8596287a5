export { inline } from './inline.ts';
export { loadModel, type ModelSource } from './modelSource.ts';
export { shardFrom, shardOf, shardRange, shardRanges, shardText, type Shard } from './shard.ts';
export { threads } from './threads.ts';
export { tsxApi } from './tsxApi.ts';
