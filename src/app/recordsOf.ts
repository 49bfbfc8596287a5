import { executorFor } from '../execution/index.ts';
import {
  basePoint,
  checkReplications,
  defineExperiment,
  memoryStore,
  runEnough,
} from '../experiment/index.ts';
import type { Records } from '../record/index.ts';
import type { DesignRow } from '../design/index.ts';
import { designPoints } from './designPoints.ts';
import type { AnalysisOptions } from './runAnalysis.ts';

/** Runs the rows of a design over a scenario, on common draws, and keeps the records nowhere but here. */
export async function recordsOf<S>({
  scenarioModel,
  file,
  settings,
  rows,
  replications,
  seed = '1',
  workers,
  signal,
  onProgress = () => {},
  phase,
}: AnalysisOptions<S> & {
  rows: readonly DesignRow[];
  replications: number;
  /** What is said of it while it runs. */
  phase: string;
}): Promise<Records> {
  const { model, source } = scenarioModel;
  const { base, points, files } = designPoints({ scenarioModel, file, settings, rows });
  checkReplications(replications);
  const experiment = defineExperiment({ model, seed, files, points, given: basePoint(base.scenario) });
  const executor = executorFor(experiment, { source, workers });
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
