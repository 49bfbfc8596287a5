import { STAGES_OF_USE } from '../../answer/stagesOfUse.ts';
import type { Column, PointRecords, Records } from '../../record/index.ts';
import { attributionColumns, targetMilestone } from '../../record/roles.ts';
import { comparePoints } from '../../explain/comparison.ts';
import { overall } from '../../explain/inputEffects.ts';
import { stageColumns, stagesTable } from '../../output/stagesTable.ts';
import { isPastDue, milestoneProbability } from '../../explain/targetProbability.ts';
import {
  keptValues,
  NOT_AVAILABLE,
  weightedMean,
  withinBounds,
  type Estimate,
} from '../../statistics/index.ts';
import type { Difference, PathDays, Picture, Side, StageDates, StageRow } from '../picture.ts';
import { askedAmount } from '../../output/askedAmount.ts';
import { bandsOf, bindingOf, commitmentOf, linesOf } from './bands.ts';
import { changesOf } from './changesOf.ts';
import { milestoneOf } from './facts.ts';
import { fleetsOf } from './fleets.ts';
import { ownSeries } from './ownSeries.ts';
import { datesOf, readinessOf } from './readiness.ts';
import { numberIn, tableRows, textIn, type Row } from './tableRows.ts';

/** What the finished replications of a scenario, and of its baseline, show of a milestone. */
export function pictureOf({
  records,
  baseline,
  milestone,
  total,
  millisecondsEach,
  tables,
}: {
  records: Records;
  baseline: Records | undefined;
  milestone: string | undefined;
  /** Replications that are asked for. */
  total: number;
  millisecondsEach: number | undefined;
  /** Names of the tables that can be saved: what one holds is worked out when it is. */
  tables: readonly string[];
}): Picture {
  const point = records.points[0]!;
  const before = baseline?.points[0];
  const column = columnOf(point, milestone);
  return {
    replications: records.replications,
    ...(records.given === undefined ? {} : { effective: records.given.effective }),
    total,
    milestone: column && milestoneOf(column),
    now: sideOf(records, column),
    baseline: baseline && sideOf(baseline, columnOf(baseline.points[0]!, column?.name)),
    differences: before === undefined ? [] : differencesOf(before, point),
    changes: before && changesOf({ now: point, before }, column),
    lines: linesOf(point, column, ownSeries(point, column).gpus),
    commitment: commitmentOf(records),
    millisecondsEach,
    tables,
  };
}

function columnOf({ outputs }: PointRecords, name: string | undefined): Column | undefined {
  return milestoneNamed(outputs.columns, name);
}

/** The milestone of a name; the target where there is none: a link may name one that a setting took away. */
export function milestoneNamed(columns: readonly Column[], name: string | undefined): Column | undefined {
  return (
    columns.find((column) => column.kind === 'milestone' && column.name === name) ?? targetMilestone(columns)
  );
}

function sideOf(records: Records, column: Column | undefined): Side {
  const point = records.points[0]!;
  const { gpus, spend, asked } = ownSeries(point, column);
  const isTarget = column !== undefined && column === targetMilestone(point.outputs.columns);
  const none = { isEarlier: false };
  const isForecast = column !== undefined && !isPastDue(column, point.outputs);
  return {
    readiness: column === undefined ? [] : readinessOf(point, column),
    dates: column === undefined ? { p10: none, p50: none, p90: none } : datesOf(point, column),
    probability: isForecast ? milestoneProbability(point, column) : NOT_AVAILABLE,
    attained: isTarget && isForecast ? overall(point).attained : undefined,
    fan: bandsOf(records, gpus),
    asked: askedAmount(point, column, asked),
    spend: bandsOf(records, spend),
    stages: stagesOf(records),
    binding: bindingOf(records),
    fleets: fleetsOf(records),
    path: column === undefined ? [] : pathOf(point, column.name),
    pathTotal: column === undefined ? NOT_AVAILABLE : meanDays(point, column.name),
  };
}

/** Without what lies before the as-of date in every run, where nothing is forecast. */
function differencesOf(baseline: PointRecords, now: PointRecords): Difference[] {
  return comparePoints(baseline, now).flatMap(({ response, a, b, difference, censored, past, counted }) =>
    past > 0 && past === counted
      ? []
      : { name: response.name, unit: response.unit, baseline: a, now: b, difference, censored },
  );
}

function stagesOf(records: Records): StageRow[] {
  if (stageColumns(records.points[0]!.outputs.columns).length === 0) return [];
  return tableRows(stagesTable(records)).map((row) => {
    const stage = textIn(row, 'stage') ?? '';
    const [start, finish] = [stageDates(row, 'start_date'), stageDates(row, 'finish_date')];
    const [begun, finished] = [numberIn(row, 'begun'), numberIn(row, 'finished')];
    return {
      site: textIn(row, 'site') ?? '',
      stage,
      start,
      finish,
      isUse: STAGES_OF_USE.has(stage),
      begun,
      finished,
    };
  });
}

function stageDates(row: Row, stem: string): StageDates {
  const [p10, p50, p90] = [10, 50, 90].map((p) => textIn(row, `${stem}_p${p}`));
  const [low, high] = ['low', 'high'].map((end) => textIn(row, `${stem}_p50_${end}`));
  const isUnobserved = textIn(row, stem.replace('date', 'status')) === 'unobserved';
  return { p10, p50, p90, low, high, isUnobserved };
}

/** Days on the driving path by cause, over the replications that reach the milestone. */
function pathOf(point: PointRecords, milestone: string): PathDays[] {
  return attributionColumns(point.outputs.columns, milestone).map(({ name, key }) => ({
    cause: key!['cause']!,
    ...meanDays(point, name),
  }));
}

/** Mean of the days that are there. */
function meanDays(point: PointRecords, name: string): Estimate {
  const { values, weights } = keptValues(point.column(name), point.weights, (day) => Number.isFinite(day));
  return withinBounds(weightedMean(values, weights), { least: 0 });
}
