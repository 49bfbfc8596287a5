export { openDatabase, type Database } from './database.ts';
export { embeddedServer, type EmbeddedServer } from './embeddedServer.ts';
export { failedShards, retryFailed, type FailedShard } from './failures.ts';
export { failureText, persistently, QueueLost } from './lost.ts';
export { queueUrl, URL_VARIABLE, type QueueUrl } from './queueUrl.ts';
export { commitShards, shardBlocks, type ShardBlock, type ShardResult } from './results.ts';
export {
  beatCoordinator,
  cancelRun,
  finishedShards,
  identityOf,
  leaveRun,
  namedRun,
  queuedRunId,
  queuedRuns,
  requestRun,
  type QueuedRun,
} from './runs.ts';
export { runProgress, runStates, type RunProgress, type RunState } from './runStates.ts';
export { layTables } from './tables.ts';
export {
  beatWorker,
  dismissWorker,
  putBack,
  replaceLost,
  reportFailure,
  takeShards,
  type QueuedShard,
  type QueueWorker,
} from './workers.ts';
