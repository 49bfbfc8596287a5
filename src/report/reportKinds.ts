import type { ResultKind } from '../experiment/index.ts';
import { blameReport } from './blameReport.ts';
import { comparisonReport } from './comparisonReport.ts';
import { dealsReport } from './dealsReport.ts';
import { decisionReport } from './decisionReport.ts';
import type { Material } from './resultsFolder.ts';
import { hasFields, type ResultsTable } from '../answer/index.ts';
import { orderByReport } from './orderByReport.ts';
import { reachReport } from './reachReport.ts';
import { relaxReport } from './relaxReport.ts';
import { runReport, type ReportParts } from './runReport.ts';
import { SENSITIVITY_TABLES, sensitivityReport } from './sensitivityReport.ts';
import { sweepReport } from './sweepReport.ts';
import { tornadoReport } from './tornadoReport.ts';

/** What a report of one table is: the tables of which it is about the one that is there, what it needs, itself. */
interface TableReport {
  readonly tables: readonly string[];
  readonly fields: readonly string[];
  readonly report: (material: Material, table: ResultsTable) => ReportParts;
}

const COMPARED = ['a', 'b', 'response', 'unit', 'mean_a', 'mean_b', 'difference'];

const OF_ONE_TABLE: Readonly<Partial<Record<ResultKind, TableReport>>> = {
  compare: { tables: ['compare'], fields: COMPARED, report: comparisonReport },
  tornado: { tables: ['tornado'], fields: COMPARED, report: tornadoReport },
  sensitivity: { tables: SENSITIVITY_TABLES, fields: ['response', 'factor'], report: sensitivityReport },
  decide: { tables: ['decide'], fields: ['policy', 'response', 'mean', 'regret'], report: decisionReport },
  blame: { tables: ['blame'], fields: ['milestone', 'cause', 'shapley_days'], report: blameReport },
  relax: { tables: ['relax'], fields: ['milestone', 'relaxation', 'gained_days'], report: relaxReport },
  reach: { tables: ['reach'], fields: ['milestone', 'relaxation', 'probability'], report: reachReport },
  'order-by': {
    tables: ['order_by'],
    fields: ['site', 'item', 'latest_order_date', 'status'],
    report: orderByReport,
  },
  deals: { tables: ['deals'], fields: ['deal', 'removal', 'party', 'caused'], report: dealsReport },
};

/**
 * The report of a folder, by what its manifest says that it answers; without its table, or one spoilt, of the others.
 */
export function reportParts(material: Material): ReportParts {
  const { tables, manifest } = material.folder;
  const kind = manifest?.kind ?? 'run';
  if (kind === 'sweep') return sweepReport(material);
  const about = OF_ONE_TABLE[kind];
  const table = about?.tables.flatMap((name) => tables.get(name) ?? [])[0];
  return about === undefined || table === undefined || !hasFields(table, about.fields)
    ? runReport(material)
    : about.report(material, table);
}
