import { rollout } from '../../../models/rollout/rollout.ts';
import type { RolloutScenario } from '../../../models/rollout/scenario.ts';
import type { Executor } from '../../experiment/executor.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { memoryStore } from '../../experiment/memoryStore.ts';
import { plannedPoints } from '../../experiment/plannedPoints.ts';
import type { Records, RecordStore } from '../../experiment/records.ts';
import { runExperiment, type Progress } from '../../experiment/run.ts';
import type { Loaded } from '../../scenario/index.ts';

/** A scenario that is run, with the records that are finished: asked again, it goes on where it was. */
export interface Study {
  readonly key: string;
  readonly loaded: Loaded<RolloutScenario>;
  readonly seed: string;
  /** Runs what is missing of the first so many replications. */
  run(options: {
    executor: Executor<RolloutScenario>;
    replications: number;
    signal: AbortSignal;
    onProgress?: (progress: Progress) => void;
  }): Promise<Records>;
  /** The first so many replications, which are all finished. */
  records(replications: number): Records;
}

/** Opens the study of a scenario under a seed; nothing runs yet. */
export function openStudy(key: string, loaded: Loaded<RolloutScenario>, seed: string): Study {
  const point = { name: 'base', scenario: loaded.scenario, settings: {}, atPlan: [], inputs: {} };
  const experiment: Experiment<RolloutScenario> = {
    id: key,
    identity: '',
    model: rollout,
    seed,
    points: plannedPoints(rollout, [point]),
  };
  const store: RecordStore = memoryStore(experiment);
  return {
    key,
    loaded,
    seed,
    run: async (options) => await runExperiment({ experiment, store, ...options }),
    records: (replications) => store.records(replications),
  };
}
