import type { Effect, RemovalRow } from '../design/index.ts';
import { partyTitle, type PointRecords, type Records } from '../record/index.ts';
import { weightedDifference, weightedMean, weightedProportion, type Estimate } from '../statistics/index.ts';
import { censoredIn } from './censored.ts';
import { responseOf } from './response.ts';

/** What one deal did to one party, in one measure: the scenario with it against the same without. */
export interface DealEffect {
  readonly deal: string;
  /** Whose deal it is. */
  readonly of: string;
  /** The party that made it. */
  readonly buyer: string;
  /** How it was taken out. */
  readonly removal: string;
  readonly party: string;
  readonly measure: string;
  /** What is measured, where the party stands beside it: `250,000 GPUs`. */
  readonly title: string;
  readonly unit: string;
  readonly withDeal: Estimate;
  readonly without: Estimate;
  /** With − without. */
  readonly caused: Estimate;
  /** Replications in which the horizon cut the one or the other. */
  readonly censored: number;
  /** Share of the replications in which it happens. */
  readonly happens: Estimate;
}

/**
 * Reads what each deal does to each party off the records of the points without it, in the order of the rows.
 *
 * Days are those of min(T, horizon), in both alike. Differences are taken replication by replication.
 */
export function dealEffects({
  records,
  rows,
  effects,
}: {
  records: Records;
  rows: readonly RemovalRow[];
  effects: readonly Effect[];
}): DealEffect[] {
  const pointOf = ({ name }: RemovalRow): PointRecords =>
    records.points.find((point) => point.name === name)!;
  const base = pointOf(rows[0]!);
  // Of the scenario as it is: a removal happens on the same draws.
  const { weights } = base;
  const milestones = base.outputs.columns.filter(({ kind }) => kind === 'milestone');
  return rows.flatMap((row) => {
    if (row.removed === undefined) return [];
    const { removal, way } = row.removed;
    const without = pointOf(row);
    const happens = removal.happens === undefined ? undefined : base.column(removal.happens);
    const part =
      happens === undefined
        ? { estimate: 1, low: undefined, high: undefined }
        : weightedProportion(happens, weights);
    return effects.flatMap(({ party, measure, title, output }): DealEffect[] => {
      const response = responseOf(output, base.outputs);
      if (response === undefined || responseOf(output, without.outputs) === undefined) return [];
      const [first, second] = [response.values(base), response.values(without)];
      return [
        {
          deal: removal.name,
          of: removal.of,
          buyer: removal.buyer,
          removal: way,
          party,
          measure,
          title: title ?? partyTitle(milestones, { party, measure }),
          unit: response.unit,
          withDeal: weightedMean(first, weights),
          without: weightedMean(second, weights),
          caused: weightedDifference(first, second, weights),
          censored: response.restricted ? censoredIn(output, base, without) : 0,
          happens: part,
        },
      ];
    });
  });
}
