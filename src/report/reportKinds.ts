import type { Material } from './material.ts';
import { runReport, type ReportParts } from './runReport.ts';

/** The report that fits the tables of a folder. */
export function reportParts(material: Material): ReportParts {
  return runReport(material);
}
