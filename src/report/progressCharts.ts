import {
  fanChart,
  largestClusterChart,
  readinessChart,
  type Quantiles,
  type ReadinessPoint,
} from '../plot/index.ts';
import { chartFigure } from './chartFigure.ts';
import {
  asOfIn,
  askedAmount,
  dateIn,
  estimateIn,
  fieldFor,
  numberIn,
  tableFor,
  type ResultsTable,
  type Target,
} from '../answer/index.ts';
import type { Role } from '../record/index.ts';
import { probabilityReadings, quantileReadings } from './readings.ts';
import type { Material } from './resultsFolder.ts';

const PROBABILITIES = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

// Days between points of a curve, where nothing happens between them that could be seen.
const EVERY_DAYS = 7;

/** GPUs in service over time against the target. */
export function fanFigure({ folder, document }: Material, target: Target | undefined): string[] {
  const found = tableFor('progress', folder.tables);
  if (found === undefined) return [];
  const fan = quantilesOf(found.table, 'progress');
  if (fan.length === 0) return [];
  const goal =
    target?.isDue === true
      ? {
          date: target.by,
          gpus: target.milestone && askedAmount(folder, target.milestone),
          probability: target.probability,
        }
      : undefined;
  return [
    chartFigure(
      document,
      (settings) => fanChart({ ...settings, asOf: asOfIn(folder), fan, target: goal }),
      'A GPU counts from its acceptance.',
      quantileReadings(found.table, { role: 'progress', at: goal?.date }),
    ),
  ];
}

/** How likely the target is by each date. */
export function readinessFigure({ folder, document }: Material, target: Target | undefined): string[] {
  const table = folder.tables.get('readiness');
  const name = fieldFor('readiness', table?.fields)?.name;
  if (table === undefined || name === undefined || target === undefined) return [];
  const points = table.rows.flatMap((row): ReadinessPoint[] => {
    const date = dateIn(row, 'date');
    const { estimate: p, low, high } = estimateIn(row, name);
    return date === undefined || p === undefined ? [] : [{ date, p, low, high }];
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
  const found = tableFor('largest cluster', folder.tables);
  if (found === undefined) return [];
  const fan = quantilesOf(found.table, 'largest cluster');
  if (fan.length === 0) return [];
  return [
    chartFigure(
      document,
      (settings) => largestClusterChart({ ...settings, asOf: asOfIn(folder), fan }),
      'Usable GPUs of the site that has most of them: what one training run on one site could use.',
      quantileReadings(found.table, { role: 'largest cluster', at: undefined }),
    ),
  ];
}

/** The quantiles of the series of a role by date. */
export function quantilesOf(table: ResultsTable, role: Role): Quantiles[] {
  const names = PROBABILITIES.map((p) => fieldFor(role, table.fields, p)?.name ?? '');
  return table.rows.flatMap((row) => {
    const date = dateIn(row, 'date');
    if (date === undefined) return [];
    const [p10, p25, p50, p75, p90] = names.map((name) => numberIn(row, name));
    return [{ date, p10, p25, p50, p75, p90 }];
  });
}
