import type { Column, PointRecords, Records } from '../../record/index.ts';
import { comparePoints } from '../../output/comparison.ts';
import { overall } from '../../output/inputEffects.ts';
import { asOfDay } from '../../output/known.ts';
import { targetMilestone } from '../../output/milestonesTable.ts';
import { resultTables } from '../../output/resultTables.ts';
import type { LedgerRow } from '../../scenario/ledger.ts';
import { stageColumns, stagesTable } from '../../output/stagesTable.ts';
import { milestoneProbability } from '../../output/targetProbability.ts';
import { NOT_AVAILABLE } from '../../statistics/index.ts';
import type { Dates, Difference, Picture, Side, StageRow } from '../exchange.ts';
import { askedAmount } from '../../output/askedAmount.ts';
import { bandsOf, bindingOf, commitmentOf, linesOf } from './bands.ts';
import { milestoneOf } from './facts.ts';
import { datesOf, medianOf, readinessOf } from './readiness.ts';
import { tableRows, textIn, type Row } from './tableRows.ts';

/** Stages of `stages.csv` that are no work on a site. */
const USE: ReadonlySet<string> = new Set(['racks', 'in service']);

/** What the finished replications of a scenario, and of its baseline, show of a milestone. */
export function pictureOf({
  records,
  ledger,
  baseline,
  milestone,
  total,
}: {
  records: Records;
  ledger: readonly LedgerRow[];
  baseline: Records | undefined;
  milestone: string | undefined;
  /** Replications that are asked for. */
  total: number;
}): Picture {
  const point = records.points[0]!;
  const column = columnOf(point, milestone);
  return {
    replications: records.replications,
    ...(records.given === undefined ? {} : { effective: records.given.effective }),
    total,
    milestone: column && milestoneOf(column),
    now: sideOf(records, column),
    baseline: baseline && sideOf(baseline, columnOf(baseline.points[0]!, column?.name)),
    differences: baseline === undefined ? [] : differencesOf(baseline.points[0]!, point),
    lines: linesOf(point, column, asOfDay(point.outputs)),
    stages: stagesOf(records),
    binding: bindingOf(records),
    commitment: commitmentOf(records),
    tables: resultTables(records, ledger).map(({ name }) => name),
  };
}

function columnOf({ outputs }: PointRecords, name: string | undefined): Column | undefined {
  const milestones = outputs.columns.filter(({ kind }) => kind === 'milestone');
  return milestones.find((column) => column.name === name) ?? targetMilestone(outputs.columns);
}

function sideOf(records: Records, column: Column | undefined): Side {
  const point = records.points[0]!;
  const fan = bandsOf(records, 'progress');
  const spend = bandsOf(records, 'spend');
  if (column === undefined) {
    const none = { p10: undefined, p50: undefined, p90: undefined };
    const median = { date: undefined };
    return {
      readiness: [],
      dates: none,
      probability: NOT_AVAILABLE,
      median,
      attained: undefined,
      fan,
      asked: undefined,
      spend,
    };
  }
  const isTarget = column === targetMilestone(point.outputs.columns);
  return {
    readiness: readinessOf(point, column),
    dates: datesOf(point, column),
    probability: milestoneProbability(point, column),
    median: medianOf(point, column),
    attained: isTarget ? overall(point).attained : undefined,
    fan,
    asked: askedAmount(point, column),
    spend,
  };
}

function differencesOf(baseline: PointRecords, now: PointRecords): Difference[] {
  return comparePoints(baseline, now).map(({ response, a, b, difference, censored }) => ({
    name: response.name,
    unit: response.unit,
    baseline: a,
    now: b,
    difference,
    censored,
  }));
}

function stagesOf(records: Records): StageRow[] {
  if (stageColumns(records.points[0]!.outputs.columns).length === 0) return [];
  return tableRows(stagesTable(records)).map((row) => {
    const stage = textIn(row, 'stage') ?? '';
    const [start, finish] = [stageDates(row, 'start_date'), stageDates(row, 'finish_date')];
    return { site: textIn(row, 'site') ?? '', stage, start, finish, isUse: USE.has(stage) };
  });
}

function stageDates(row: Row, stem: string): Dates {
  const [p10, p50, p90] = [10, 50, 90].map((p) => textIn(row, `${stem}_p${p}`));
  return { p10, p50, p90 };
}
