import type { ResultKind } from '../experiment/index.ts';
import {
  dateOfDay,
  targetMilestone,
  type Column,
  type PointRecords,
  type Records,
  type Role,
} from '../record/index.ts';
import {
  inputsTable,
  milestonesTable,
  readinessTable,
  runsTable,
  seriesTable,
  type Table,
} from '../output/index.ts';
import { answerOf, type Answer } from './answer.ts';
import { outputFacts } from './facts.ts';
import type { Results } from './results.ts';
import { readTable } from './resultsTable.ts';

/** What an answer asks of the single runs, and of the series. */
const OF_RUNS: ReadonlySet<Role | undefined> = new Set<Role>(['unfinished', 'spend over term', 'asked']);
const OF_SERIES: readonly Role[] = ['blocked', 'spend'];

/**
 * The results of records that are in memory, as they would be read from the folder of the run: of `runs.csv` and the
 * tables of series what an answer needs, on the last date of each year.
 */
export function runResults(records: Records, kind: ResultKind = 'run'): Results {
  const hasTarget = records.points.some(({ outputs }) => targetMilestone(outputs.columns) !== undefined);
  const tables: Table[] = [
    runsTable(withColumns(records, ({ role }) => OF_RUNS.has(role))),
    ...(hasTarget ? [milestonesTable(records), readinessTable(records)] : []),
    ...OF_SERIES.flatMap((role) => seriesOf(records, role)),
    ...(records.points.length === 1 ? [inputsTable(records.points[0]!)].flatMap((table) => table ?? []) : []),
  ];
  return {
    manifest: {
      kind,
      points: records.points.map(({ name }) => name),
      replications: records.replications,
      ...outputFacts(records),
    },
    tables: new Map(tables.map((table) => [table.name, readTable(table)])),
  };
}

/**
 * What records that are in memory answer, of the only point where there is one.
 *
 * @example display(runAnswer(records));
 */
export function runAnswer(records: Records, point?: string): Answer {
  return answerOf(runResults(records), point);
}

function seriesOf(records: Records, role: Role): Table[] {
  const isOwn = (column: Column): boolean => column.role === role;
  const tables = records.points.flatMap(({ outputs }) =>
    outputs.columns.filter(isOwn).map(({ table }) => table),
  );
  const name = tables.find((table) => table !== undefined);
  return name === undefined ? [] : [seriesTable(name, atYearEnds(withColumns(records, isOwn)))];
}

function withColumns(records: Records, isKept: (column: Column) => boolean): Records {
  const { points } = records;
  return {
    ...records,
    points: points.map((point) => ({
      ...point,
      outputs: { ...point.outputs, columns: point.outputs.columns.filter(isKept) },
      layout: { ...point.layout, fields: point.layout.fields.filter(({ column }) => isKept(column)) },
    })),
  };
}

/** The same records as if the last date of each year were all their dates. */
function atYearEnds(records: Records): Records {
  return { ...records, points: records.points.map(pointAtYearEnds) };
}

function pointAtYearEnds(point: PointRecords): PointRecords {
  const { gridDays, startDate } = point.outputs;
  const places = [
    ...new Map(gridDays.map((day, place) => [dateOfDay(startDate, day).slice(0, 4), place])).values(),
  ];
  return {
    ...point,
    outputs: { ...point.outputs, gridDays: places.map((place) => gridDays[place]!) },
    column(name) {
      const values = point.column(name);
      const all = gridDays.length;
      return Float64Array.from(
        { length: point.replications * places.length },
        (_, at) => values[Math.floor(at / places.length) * all + places[at % places.length]!]!,
      );
    },
  };
}
