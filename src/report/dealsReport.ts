import { upperFirst } from '../wording/index.ts';
import { furtherSection } from './anyTable.ts';
import { dealParts } from './marketSection.ts';
import type { Material } from './resultsFolder.ts';
import { dealHeadline, type ResultsTable } from '../answer/index.ts';
import type { ReportParts } from './runReport.ts';
import { estimateText } from './valueText.ts';

/** Report of deals that were taken out: what each costs or brings each tenant. */
export function dealsReport(material: Material, table: ResultsTable): ReportParts {
  const headline = dealHeadline(table, (days) => estimateText(days, 'day'));
  return {
    head: { headline: upperFirst(headline), parts: [] },
    sections: [
      { id: 'deals', title: 'What one deal does to the others', parts: dealParts(material) },
      furtherSection(material, ['deals', 'runs', 'assumptions']),
    ],
  };
}
