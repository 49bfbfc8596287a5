import { rollout } from '../../../models/rollout/rollout.ts';
import type { RolloutScenario } from '../../../models/rollout/scenario.ts';
import { blameDesign, type BlameDesign } from '../../app/blameDesign.ts';
import type { Executor } from '../../experiment/executor.ts';
import { memoryStore } from '../../experiment/memoryStore.ts';
import type { PlannedPoint } from '../../experiment/experiment.ts';
import { plannedPoints } from '../../experiment/plannedPoints.ts';
import { layoutOf, type PointRecords, type Records } from '../../record/index.ts';
import { pointRecords } from '../../record/records.ts';
import { runExperiment } from '../../experiment/run.ts';
import type { Study } from './study.ts';

/** The coalitions of causes that share out blame in the rollout. */
export const BLAME: BlameDesign = blameDesign({ model: rollout });

/** What is run to share out the blame for a milestone. */
export interface BlameRun {
  readonly study: Study;
  readonly milestone: string;
  readonly replications: number;
  readonly executor: Executor<RolloutScenario>;
  readonly signal: AbortSignal;
  /** Called with replications that are finished. */
  readonly onProgress: (done: number) => void;
}

/**
 * The records of all coalitions on the draws of a study, of what the blame for a milestone is read from and no more:
 * whole they would fill the memory of the page.
 *
 * @throws ReplicationError, Interrupted.
 */
export async function blameRecords({
  study,
  milestone,
  replications,
  executor,
  signal,
  onProgress,
}: BlameRun): Promise<Records> {
  const { key, loaded, seed } = study;
  const { scenario } = loaded;
  const points = plannedPoints(
    rollout,
    BLAME.coalitions.map(({ name, atPlan }) => ({ name, scenario, settings: {}, atPlan, inputs: {} })),
  );
  const kept: PointRecords[] = [];
  for (const [index, point] of points.entries()) {
    const experiment = { id: `${key} blame`, identity: '', model: rollout, seed, points: [point] };
    const store = memoryStore(experiment);
    const before = index * replications;
    const records = await runExperiment({
      experiment,
      executor,
      store,
      replications,
      signal,
      onProgress: ({ done }) => onProgress(before + done),
    });
    kept.push(withoutTheRest(point, records.points[0]!, milestone));
  }
  if (scenario.observed === undefined) return { replications, points: kept };
  // Of the scenario as it is: what was observed says how likely its draws are, and each coalition has the same.
  const { given } = await study.run({ executor, replications, signal });
  return { replications, points: kept.map((point) => ({ ...point, weights: given?.weights })), given };
}

function withoutTheRest(
  point: PlannedPoint<RolloutScenario>,
  records: PointRecords,
  milestone: string,
): PointRecords {
  const columns = point.outputs.columns.filter(
    ({ name, role, key }) =>
      name === milestone ||
      ((role === 'shortfall' || role === 'attribution') && key?.['milestone'] === milestone),
  );
  const outputs = { ...point.outputs, columns };
  const layout = layoutOf(outputs);
  const values = layout.fields.map(({ column }) => records.column(column.name));
  const { replications } = records;
  const whole = { block: { from: 0, to: replications }, from: 0, to: replications };
  return pointRecords({ ...point, outputs, layout }, [whole], replications, ({ from, to }, field, target) =>
    target.set(values[field]!.subarray(from, to)),
  );
}
