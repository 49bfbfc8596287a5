import { studentTQuantile } from '../random/index.ts';
import { NOT_AVAILABLE, requireConfidence, type Estimate } from './estimate.ts';
import { moments } from './moments.ts';
import { weightedMoments } from './weightedMoments.ts';
import { scaled, timesPower } from './scaled.ts';

/**
 * The mean over two crossed samples, such as replications × orders, with an interval that holds the spread of both.
 *
 * The variance is that of the row means over their number and that of the column means over theirs: a little too much,
 * never too little, as the part that both share is counted twice. Degrees of freedom are Satterthwaite's.
 *
 * @param rows mean of every row over all columns
 * @param columns mean of every column over all rows
 * @param weights how much each row counts; the columns are then weighted means. Default: all alike
 * @throws RangeError on a confidence outside (0, 1)
 */
export function crossedMean(
  rows: ArrayLike<number>,
  columns: ArrayLike<number>,
  confidence = 0.95,
  weights?: ArrayLike<number>,
): Estimate {
  requireConfidence(confidence);
  if (rows.length === 0) return NOT_AVAILABLE;
  const byRow = weights === undefined ? moments(rows) : ofWeightedRows(rows, weights);
  if (byRow === undefined) return NOT_AVAILABLE;
  if (byRow.count < 2 || columns.length < 2) return { estimate: byRow.mean, low: undefined, high: undefined };
  const byColumn = moments(columns);
  // By one power of two where their fourth powers would be no doubles.
  const { samples, exponent } = scaled([[byRow.sd, byColumn.sd]]);
  const rowPart = samples[0][0] ** 2 / byRow.count;
  const columnPart = samples[0][1] ** 2 / byColumn.count;
  const variance = rowPart + columnPart;
  if (variance === 0) return { estimate: byRow.mean, low: byRow.mean, high: byRow.mean };
  const freedom = variance ** 2 / (rowPart ** 2 / (byRow.count - 1) + columnPart ** 2 / (byColumn.count - 1));
  const half = studentTQuantile(freedom, (1 + confidence) / 2) * timesPower(Math.sqrt(variance), exponent);
  return { estimate: byRow.mean, low: byRow.mean - half, high: byRow.mean + half };
}

/** The moments of rows that count alike and tell as much. */
function ofWeightedRows(
  rows: ArrayLike<number>,
  weights: ArrayLike<number>,
): { count: number; mean: number; sd: number } | undefined {
  const found = weightedMoments(rows, weights);
  if (found === undefined) return undefined;
  const { effective, mean, standardError } = found;
  return { count: effective, mean, sd: standardError * Math.sqrt(effective) };
}
