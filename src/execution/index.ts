export { builtModules } from './builtModules.ts';
export { executorFor } from './executorFor.ts';
export { inline } from './inline.ts';
export { loadModel, type ModelSource } from './modelSource.ts';
export {
  arrayScheduler,
  shardFrom,
  shardOf,
  shardRange,
  shardRanges,
  shardText,
  type Shard,
} from './shard.ts';
export { threadPool, workerBeside, type ThreadPool } from './threadPool.ts';
export { threads } from './threads.ts';
export { tsxApi } from './tsxApi.ts';
