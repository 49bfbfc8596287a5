import { rollout } from '../../../models/rollout/rollout.ts';
import type { RolloutScenario } from '../../../models/rollout/scenario.ts';
import { chunkRunner } from '../../execution/chunkRunner.ts';
import { ReplicationError, type Chunk } from '../../experiment/executor.ts';
import type { LaneReply } from './laneReply.ts';
import { workerScope } from './workerScope.ts';

/** A Web Worker that runs chunks of the rollout, one after the other. */
function startLane(): void {
  const scope = workerScope<Chunk<RolloutScenario>, LaneReply>();
  const run = chunkRunner(rollout);
  scope.addEventListener('message', ({ data }) => {
    try {
      const packed = run(data);
      scope.postMessage({ kind: 'packed', packed }, [packed.buffer as ArrayBuffer]);
    } catch (error) {
      const { point, replication } =
        error instanceof ReplicationError ? error : { point: data.point.name, replication: data.from };
      const reason = error instanceof ReplicationError ? error.reason : String(error);
      scope.postMessage({ kind: 'failed', point, replication, reason });
    }
  });
}

startLane();
