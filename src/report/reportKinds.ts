import { blameReport } from './blameReport.ts';
import { COMPARISON_FIELDS, comparisonReport } from './comparisonReport.ts';
import { dealsReport } from './dealsReport.ts';
import { decisionReport } from './decisionReport.ts';
import type { Material } from './material.ts';
import { hasFields, type ResultsTable } from './resultsTable.ts';
import { orderByReport } from './orderByReport.ts';
import { reachReport } from './reachReport.ts';
import { relaxReport } from './relaxReport.ts';
import { runReport, type ReportParts } from './runReport.ts';
import { SENSITIVITY_TABLES, sensitivityReport } from './sensitivityReport.ts';
import { sweepReport } from './sweepReport.ts';
import { tornadoReport } from './tornadoReport.ts';

/** Table that makes a folder one of its kind, the columns it needs, and the report. */
const KINDS: readonly (readonly [
  name: string,
  fields: readonly string[],
  report: (material: Material, table: ResultsTable) => ReportParts,
])[] = [
  ['compare', COMPARISON_FIELDS, comparisonReport],
  ['tornado', COMPARISON_FIELDS, tornadoReport],
  ...SENSITIVITY_TABLES.map((name) => [name, ['response', 'factor'], sensitivityReport] as const),
  ['decide', ['policy', 'response', 'mean', 'regret'], decisionReport],
  ['blame', ['milestone', 'cause', 'shapley_days'], blameReport],
  ['relax', ['milestone', 'relaxation', 'gained_days'], relaxReport],
  ['reach', ['milestone', 'relaxation', 'probability'], reachReport],
  ['order_by', ['site', 'item', 'latest_order_date', 'status'], orderByReport],
  ['deals', ['deal', 'removal', 'party', 'caused'], dealsReport],
  ['points', ['point'], sweepReport],
];

/** The report that fits the tables of a folder. */
export function reportParts(material: Material): ReportParts {
  const { tables, manifest } = material.folder;
  // What was added to a run makes it no other kind.
  const added = new Set(manifest?.added?.map(({ name }) => name.replace(/\.csv$/, '')));
  for (const [name, fields, report] of KINDS) {
    const table = tables.get(name);
    if (table !== undefined && !added.has(name) && hasFields(table, fields)) return report(material, table);
  }
  const milestones = tables.get('milestones');
  const hasPoints = milestones !== undefined && hasFields(milestones, ['point']);
  return hasPoints ? sweepReport(material) : runReport(material);
}
