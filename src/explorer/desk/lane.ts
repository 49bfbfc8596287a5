import { rollout } from '../../../models/rollout/rollout.ts';
import type { RolloutScenario } from '../../../models/rollout/scenario.ts';
import { chunkRunner } from '../../execution/chunkRunner.ts';
import { ReplicationError } from '../../experiment/executor.ts';
import type { Point } from '../../experiment/model.ts';
import type { LaneReply, LaneRequest } from './laneMessages.ts';
import { workerScope } from './workerScope.ts';

/** A Web Worker that runs chunks of the rollout, one after the other. */
function startLane(): void {
  const scope = workerScope<LaneRequest<RolloutScenario>, LaneReply>();
  const run = chunkRunner(rollout);
  let last: Point<RolloutScenario> | undefined;
  scope.addEventListener('message', ({ data }) => {
    const point = data.point ?? last!;
    last = point;
    try {
      const packed = run({ ...data, point });
      scope.postMessage({ kind: 'packed', packed }, [packed.buffer as ArrayBuffer]);
    } catch (error) {
      const failed =
        error instanceof ReplicationError
          ? error
          : { point: point.name, replication: data.from, reason: String(error) };
      const { point: name, replication, reason } = failed;
      scope.postMessage({ kind: 'failed', point: name, replication, reason });
    }
  });
}

startLane();
