import { rollout } from '../../../models/rollout/rollout.ts';
import type { RolloutScenario } from '../../../models/rollout/scenario.ts';
import type { Executor } from '../../experiment/executor.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { observedColumns } from '../../experiment/given.ts';
import { memoryStore } from '../../experiment/memoryStore.ts';
import { plannedPoints } from '../../experiment/plannedPoints.ts';
import type { Records, RecordStore } from '../../record/index.ts';
import { runEnough } from '../../experiment/runEnough.ts';
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
    /** Whether more may be drawn, where totals were observed, until enough agree. */
    untilEnough?: boolean;
    onProgress?: (progress: Progress) => void;
  }): Promise<Records>;
  /** The first so many replications, which are all finished. */
  records(replications: number): Records;
}

/** Opens the study of a scenario under a seed; nothing runs yet. */
export function openStudy(key: string, loaded: Loaded<RolloutScenario>, seed: string): Study {
  const point = { name: 'base', scenario: loaded.scenario, settings: {}, atPlan: [], inputs: {} };
  const points = plannedPoints(rollout, [point]);
  const isObserved = observedColumns(points[0]!.outputs).length > 0;
  const experiment: Experiment<RolloutScenario> = {
    id: key,
    identity: '',
    model: rollout,
    seed,
    points,
    ...(isObserved ? { given: { point: point.name, isShown: true } } : {}),
  };
  const store: RecordStore = memoryStore(experiment);
  return {
    key,
    loaded,
    seed,
    run: async ({ untilEnough = false, ...options }) =>
      await (untilEnough ? runEnough : runExperiment)({ experiment, store, ...options }),
    records: (replications) => store.records(replications),
  };
}
