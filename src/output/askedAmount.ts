import { columnFor, type Column, type PointRecords } from '../record/index.ts';
import { weightedQuantiles } from '../statistics/index.ts';

/** Quantiles over the replications. */
interface Amount {
  readonly p10: number | undefined;
  readonly p50: number | undefined;
  readonly p90: number | undefined;
}

/** How much a milestone asks for, over the replications; nothing where it does not say. */
export function askedAmount(
  point: PointRecords,
  milestone: Column | undefined,
  asked: Column | undefined = columnFor('asked', point.outputs.columns),
): Amount | undefined {
  const threshold = milestone?.threshold;
  if (threshold === undefined) return undefined;
  if ('amount' in threshold) {
    const { amount } = threshold;
    return { p10: amount, p50: amount, p90: amount };
  }
  if (asked === undefined) return undefined;
  const [p10, p50, p90] = weightedQuantiles(point.column(asked.name), point.weights, [0.1, 0.5, 0.9]).map(
    ({ estimate }) => estimate && estimate * threshold.part,
  );
  return { p10, p50, p90 };
}
