import {
  fanChart,
  largestClusterChart,
  readinessChart,
  type Quantiles,
  type ReadinessPoint,
} from '../plot/index.ts';
import { quantile7 } from '../statistics/index.ts';
import { chartFigure } from './chartFigure.ts';
import { asOfIn } from './asOf.ts';
import type { Material } from './material.ts';
import type { Target } from './milestones.ts';
import { probabilityReadings, quantileReadings } from './readings.ts';
import { dateIn, hasFields, numberIn, type ResultsTable } from './resultsTable.ts';

const PERCENTILES = [10, 25, 50, 75, 90] as const;

// Days between points of a curve, where nothing happens between them that could be seen.
const EVERY_DAYS = 7;

/** GPUs in service over time against the target. */
export function fanFigure({ folder, document }: Material, target: Target | undefined): string[] {
  const table = folder.tables.get('fan');
  if (table === undefined || !hasFields(table, quantileFields('gpus'))) return [];
  const fan = quantilesOf(table, 'gpus');
  if (fan.length === 0) return [];
  const goal =
    target?.isDue === true
      ? {
          date: target.by,
          gpus: targetGpus(folder.tables.get('runs'), target),
          probability: target.probability,
        }
      : undefined;
  return [
    chartFigure(
      document,
      (settings) => fanChart({ ...settings, asOf: asOfIn(folder), fan, target: goal }),
      'A GPU counts from its acceptance.',
      quantileReadings(table, { stem: 'gpus', unit: 'gpu', at: goal?.date }),
    ),
  ];
}

/** How likely the target is by each date. */
export function readinessFigure({ folder, document }: Material, target: Target | undefined): string[] {
  const table = folder.tables.get('readiness');
  if (table === undefined || target === undefined) return [];
  const points = table.rows.flatMap((row): ReadinessPoint[] => {
    const [date, p] = [dateIn(row, 'date'), numberIn(row, 'p_ready')];
    if (date === undefined || p === undefined) return [];
    return [{ date, p, low: numberIn(row, 'p_ready_low'), high: numberIn(row, 'p_ready_high') }];
  });
  if (points.length === 0) return [];
  const shown = points.filter(
    ({ date }, index) => index % EVERY_DAYS === 0 || index === points.length - 1 || date === target.by,
  );
  const due = target.isDue ? { date: target.by, label: target.title } : undefined;
  const { milestone } = target;
  const quantiles = milestone && {
    p10: milestone.p10.estimate,
    p50: milestone.p50.estimate,
    p90: milestone.p90.estimate,
  };
  return [
    chartFigure(
      document,
      (settings) =>
        readinessChart({
          ...settings,
          asOf: asOfIn(folder),
          points: shown,
          target: due,
          goal: target.title,
          quantiles,
        }),
      undefined,
      probabilityReadings(shown, target.by),
    ),
  ];
}

/** GPUs of the largest single cluster. */
export function clusterFigure({ folder, document }: Material): string[] {
  const table = folder.tables.get('fan');
  if (table === undefined || !hasFields(table, quantileFields('largest_cluster_gpus'))) return [];
  const fan = quantilesOf(table, 'largest_cluster_gpus');
  if (fan.length === 0) return [];
  return [
    chartFigure(
      document,
      (settings) => largestClusterChart({ ...settings, asOf: asOfIn(folder), fan }),
      'Usable GPUs of the site that has most of them: what one training run on one site could use.',
      quantileReadings(table, { stem: 'largest_cluster_gpus', unit: 'gpu', at: undefined }),
    ),
  ];
}

/** The columns `stem_p10` to `stem_p90`. */
export function quantileFields(stem: string): string[] {
  return PERCENTILES.map((percentile) => `${stem}_p${percentile}`);
}

/** The quantiles of a measure by date. */
export function quantilesOf(table: ResultsTable, stem: string): Quantiles[] {
  return table.rows.flatMap((row) => {
    const date = dateIn(row, 'date');
    if (date === undefined) return [];
    const [p10, p25, p50, p75, p90] = quantileFields(stem).map((name) => numberIn(row, name));
    return [{ date, p10, p25, p50, p75, p90 }];
  });
}

/** How many GPUs the target asks for: what the contract buys, of which the title names the part. */
function targetGpus(
  runs: ResultsTable | undefined,
  { milestone, title }: Target,
): { p10: number; p50: number; p90: number } | undefined {
  if (milestone?.gpus !== undefined) return { p10: milestone.gpus, p50: milestone.gpus, p90: milestone.gpus };
  const [, percent] = /^(\d+(?:\.\d+)?) % of the contract$/.exec(title) ?? [];
  const bought = (runs?.rows ?? [])
    .flatMap((row) => numberIn(row, 'contract_gpus') ?? [])
    .sort((a, b) => a - b);
  if (percent === undefined || bought.length === 0) return undefined;
  const [p10, p50, p90] = [0.1, 0.5, 0.9].map((p) => (quantile7(bought, p)! * Number(percent)) / 100);
  return { p10: p10!, p50: p50!, p90: p90! };
}
