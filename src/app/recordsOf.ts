import { threads } from '../execution/index.ts';
import {
  basePoint,
  checkReplications,
  defineExperiment,
  memoryStore,
  runEnough,
} from '../experiment/index.ts';
import type { Records } from '../record/index.ts';
import type { DesignPoints } from './designPoints.ts';
import type { PointsOptions } from './runPoints.ts';
import type { ScenarioModel } from './scenarioModel.ts';

/** Runs the points of a design, on common draws, and keeps the records nowhere but here. */
export async function recordsOf<S>(
  { model, source }: ScenarioModel<S>,
  { base, points, files }: DesignPoints<S>,
  {
    replications,
    seed = '1',
    workers,
    signal,
    onProgress = () => {},
    phase,
  }: PointsOptions & { replications: number; phase: string },
): Promise<Records> {
  checkReplications(replications);
  const experiment = defineExperiment({ model, seed, files, points, given: basePoint(base.scenario) });
  const executor = threads<S>(workers === undefined ? { source } : { source, workers });
  try {
    const store = memoryStore(experiment);
    return await runEnough({
      experiment,
      executor,
      store,
      replications,
      signal,
      onProgress: (progress) => onProgress({ ...progress, phase }),
    });
  } finally {
    await executor.close();
  }
}
