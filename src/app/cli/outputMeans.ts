import { defaultResponses } from '../../explain/index.ts';
import { unitText } from '../../wording/index.ts';
import type { Column, Outputs, PointRecords } from '../../record/index.ts';
import { weightedMean, type Estimate } from '../../statistics/index.ts';

/** The mean of an output over the replications of a point. */
export interface OutputMean {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly mean: Estimate;
}

/** Whether the answer of a model is its outputs, as it has no milestones. */
export function isWithoutMilestones({ columns }: Pick<Outputs, 'columns'>): boolean {
  return columns.every(({ kind }) => kind !== 'milestone');
}

/**
 * The mean of each scalar output of a model without milestones, by the weights of its replications; of one with
 * milestones none, and none of what was drawn.
 */
export function outputMeans(point: PointRecords): OutputMean[] {
  const { outputs, weights } = point;
  if (!isWithoutMilestones(outputs)) return [];
  const drawn = new Set(outputs.columns.filter(isDrawn).map(({ name }) => name));
  return defaultResponses(outputs)
    .filter(({ name }) => !drawn.has(name))
    .map(({ name, title, unit, values }) => ({
      name,
      title,
      unit,
      mean: weightedMean(values(point), weights),
    }));
}

function isDrawn({ role }: Column): boolean {
  return role === 'input';
}

/** What it is called and what it is counted in: `wait, days`, and `wait` where it has no unit. */
export function titleWithUnit({ title, unit }: Pick<OutputMean, 'title' | 'unit'>): string {
  return unit === '' ? title : `${title}, ${unitText(unit)}`;
}
